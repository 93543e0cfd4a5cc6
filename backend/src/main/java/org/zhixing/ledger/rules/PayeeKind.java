package org.zhixing.ledger.rules;

/** Whom money of a case goes to. */
public enum PayeeKind {
    /** 申请执行人. */
    APPLICANT,
    /** 执行费: stays with the court, on its account of fees. */
    FEE,
    /** 退还被执行人. */
    REFUND,
    /** 其他法院: at its request, for its own case. */
    OTHER_COURT;

    /** Whether a bank is ordered to pay it. */
    public boolean byBank() {
        return this != FEE;
    }
}
