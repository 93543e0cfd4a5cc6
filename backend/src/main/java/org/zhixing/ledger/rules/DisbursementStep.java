package org.zhixing.ledger.rules;

/** The steps of a disbursement, in their order; no one person takes two of them (domain.md §4). */
public enum DisbursementStep {
    /** 执行员申请. */
    APPLY,
    /** 法官审批. */
    JUDGE,
    /** 执行局长审批. */
    DIRECTOR,
    /** 主管院长审批: above the sum that the policy names. */
    PRESIDENT,
    /** 案款专户支付. */
    PAY
}
