package org.zhixing.ledger.rules;

/** Why statement and ledger differ; an amount counts as the statement's less the ledger's. */
public enum ItemKind {
    /** 期初余额: what lay at the bank before the first line, and was never taken over into the ledger. */
    OPENING(false),
    /** 流水缺失: the statement's running balance does not follow from the lines before. */
    GAP(false),
    /** 银行已收、账面未收: money in that the ledger does not have. */
    BANK_IN(false),
    /** 银行已付、账面未付: money out that nobody has tied to a payment or a charge. */
    BANK_OUT(false),
    /** 账面已收、银行未收: booked as received, and not in the statement. */
    LEDGER_IN(false),
    /** 账面已付、银行未付: the bank said it paid, and its statement does not show it yet. */
    LEDGER_OUT(true),
    /** 金额不符: both have it, with different amounts. */
    AMOUNT(false);

    private final boolean passes;

    ItemKind(boolean passes) {
        this.passes = passes;
    }

    /** Whether it passes by itself when the statement goes on; every other kind is for a person to settle. */
    public boolean passes() {
        return passes;
    }
}
