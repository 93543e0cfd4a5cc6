package org.zhixing.cases.rules;

/** A file that cannot be read as a register, with the reason whose sentence the catalogue has. */
public class RefusedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public RefusedFile(Reason reason) {
        super(reason.code() + " " + reason.params());
        this.reason = reason;
    }

    public RefusedFile(ReasonCode code, String... params) {
        this(Reason.of(code, params));
    }

    public Reason reason() {
        return reason;
    }
}
