package org.zhixing.ledger.rules;

/** The words under which the court counts its papers of money, each year from 1. */
public enum FundsWord {
    /** 发款申请. */
    DISBURSEMENT("案款发〔%d〕%d号"),
    /** What the bank repeats in its statement: plain letters, so that every bank's programs keep it. */
    PAYMENT("ZF%d-%06d"),
    BATCH("PC%d-%04d");

    private final String form;

    FundsWord(String form) {
        this.form = form;
    }

    public String number(int year, int serial) {
        return form.formatted(year, serial);
    }
}
