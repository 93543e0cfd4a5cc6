package org.zhixing.ledger.rules;

/** The accounts of a court's case funds (domain.md §5). None of them may go below zero. */
public enum AccountKind {
    /** 一案一账户: money held for one case. */
    CASE(Side.CREDIT),
    /** 银行存款: what lies at the bank. */
    BANK(Side.DEBIT),
    /** 不明款: money that no case has claimed yet. */
    SUSPENSE(Side.CREDIT),
    /** 执行费: enforcement fees taken out of case funds. */
    FEE(Side.CREDIT),
    /** 支付在途: ordered from the bank, and neither paid nor bounced yet. */
    PAYING(Side.CREDIT);

    private final Side raisedBy;

    AccountKind(Side raisedBy) {
        this.raisedBy = raisedBy;
    }

    /** The side whose entries raise the balance. */
    public Side raisedBy() {
        return raisedBy;
    }
}
