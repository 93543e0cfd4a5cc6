package org.zhixing.ledger.rules;

/** What can be done to a disbursement that was applied for. */
public enum DisbursementAct {
    APPROVE,
    REFUSE,
    WITHDRAW,
    ORDER
}
