package org.zhixing.cases.rules;

/** A text that names nothing of the kind it was read as. */
public class RefusedText extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public RefusedText(Reason reason) {
        super(reason.code() + " " + reason.params());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
