package org.zhixing.ledger.rules;

/** What a movement of money is. */
public enum TransactionKind {
    /** 到账: bank → case or suspense. */
    RECEIPT,
    /** 认领: suspense → case. */
    CLAIM,
    /** 出账: case → paying, when the bank is ordered to pay. */
    ORDER,
    /** 已付: paying → bank, when the bank has paid. */
    PAID,
    /** 退票: paying → case, when the bank could not pay. */
    BOUNCED,
    /** 执行费: case → fee. */
    FEE,
    /** 银行扣款: fee → bank, what the bank took for itself or the treasury drew. */
    BANK_CHARGE,
    /** 冲正: another transaction's entries with their sides changed. */
    REVERSAL
}
