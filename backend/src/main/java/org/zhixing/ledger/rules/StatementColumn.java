package org.zhixing.ledger.rules;

/** What a statement says of a line; the header is the one of the plain mapping. */
public enum StatementColumn {
    SERIAL("流水号", 64),
    /** When it was booked: a date, or a date and a time. */
    AT("交易时间", 40),
    /** A time of its own, where {@link #AT} is the date alone. */
    TIME("时间", 20),
    /** The bank's value date, where it is another than that of {@link #AT}. */
    VALUE_ON("起息日", 40),
    MONEY_IN("收入金额", 64),
    MONEY_OUT("支出金额", 64),
    /** One column for both: with {@link #DIRECTION}, or negative for money out. */
    AMOUNT("金额", 64),
    DIRECTION("借贷标志", 20),
    PARTY("对方户名", 200),
    PARTY_ACCOUNT("对方账号", 64),
    VIRTUAL_NUMBER("虚拟账号", 64),
    REMARK("摘要", 1000),
    BALANCE("余额", 64);

    private final String header;
    private final int most;

    StatementColumn(String header, int most) {
        this.header = header;
        this.most = most;
    }

    public String header() {
        return header;
    }

    /** Characters beyond which it is no such thing. */
    public int most() {
        return most;
    }
}
