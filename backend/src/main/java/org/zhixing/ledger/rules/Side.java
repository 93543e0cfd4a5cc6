package org.zhixing.ledger.rules;

/** 借贷: debit raises the bank's account, credit raises every account of money that the court owes. */
public enum Side {
    DEBIT,
    CREDIT;

    public Side other() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
