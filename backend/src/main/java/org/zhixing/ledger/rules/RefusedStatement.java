package org.zhixing.ledger.rules;

/** A file that cannot be read as a statement. */
public class RefusedStatement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public RefusedStatement(Fault fault) {
        super(fault.code() + " " + fault.params());
        this.fault = fault;
    }

    public RefusedStatement(FaultCode code, String... params) {
        this(Fault.of(code, params));
    }

    public Fault fault() {
        return fault;
    }
}
