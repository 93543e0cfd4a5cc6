package org.zhixing.cases.rules;

/** The ways of closing an enforcement case (法发〔2014〕26号): six for enforcement, three for 财产保全. */
public enum ClosureManner {
    /** 执行完毕. */
    COMPLETED(false),
    /** 终结本次执行程序 (终本). */
    TERMINATED_THIS_PROCEDURE(false),
    /** 终结执行. */
    TERMINATED(false),
    /** 销案. */
    WITHDRAWN(false),
    /** 不予执行. */
    NOT_ENFORCED(false),
    /** 驳回申请. */
    APPLICATION_DISMISSED(false),
    /** 保全完毕. */
    PRESERVED(true),
    /** 部分保全. */
    PARTLY_PRESERVED(true),
    /** 无标的物可实施保全. */
    NOTHING_TO_PRESERVE(true);

    private final boolean ofPreservation;

    ClosureManner(boolean ofPreservation) {
        this.ofPreservation = ofPreservation;
    }

    /** Whether a case of that kind can be closed this way. */
    public boolean suits(CaseKind kind) {
        return ofPreservation == (kind == CaseKind.PRESERVATION);
    }
}
