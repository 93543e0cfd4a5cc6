package org.zhixing.ledger.rules;

/** What an account number outside the court belongs to. */
public enum AccountOwner {
    /** 收款人. */
    PAYEE,
    /** 银行流水的对方. */
    LINE
}
