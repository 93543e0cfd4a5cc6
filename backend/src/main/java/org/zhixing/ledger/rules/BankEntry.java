package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a statement says: money in or money out, CNY to the fen.
 *
 * @param at when the bank booked it, Asia/Shanghai
 * @param valueOn the day on which the court had the money, or had it no more
 * @param balance of the bank's account after it
 */
public record BankEntry(
        String serial,
        LocalDateTime at,
        LocalDate valueOn,
        @Nullable BigDecimal moneyIn,
        @Nullable BigDecimal moneyOut,
        @Nullable String party,
        @Nullable String partyAccount,
        @Nullable String virtualNumber,
        @Nullable String remark,
        @Nullable BigDecimal balance) {

    /** What it adds to the bank's account. */
    public BigDecimal change() {
        return moneyIn != null ? moneyIn : moneyOut == null ? BigDecimal.ZERO : moneyOut.negate();
    }

    /** In the one way of writing it, so that it is read back without the bank's mapping. */
    public Map<StatementColumn, String> values() {
        Map<StatementColumn, String> values = new EnumMap<>(StatementColumn.class);
        values.put(StatementColumn.SERIAL, serial);
        values.put(StatementColumn.AT, at.toString());
        values.put(StatementColumn.VALUE_ON, valueOn.toString());
        put(values, StatementColumn.MONEY_IN, text(moneyIn));
        put(values, StatementColumn.MONEY_OUT, text(moneyOut));
        put(values, StatementColumn.PARTY, party);
        put(values, StatementColumn.PARTY_ACCOUNT, partyAccount);
        put(values, StatementColumn.VIRTUAL_NUMBER, virtualNumber);
        put(values, StatementColumn.REMARK, remark);
        put(values, StatementColumn.BALANCE, text(balance));
        return values;
    }

    /** Reads what {@link #values} wrote. */
    public static BankEntry of(Map<StatementColumn, String> values) {
        return new BankEntry(
                values.getOrDefault(StatementColumn.SERIAL, ""),
                LocalDateTime.parse(values.getOrDefault(StatementColumn.AT, "")),
                LocalDate.parse(values.getOrDefault(StatementColumn.VALUE_ON, "")),
                amount(values.get(StatementColumn.MONEY_IN)),
                amount(values.get(StatementColumn.MONEY_OUT)),
                values.get(StatementColumn.PARTY),
                values.get(StatementColumn.PARTY_ACCOUNT),
                values.get(StatementColumn.VIRTUAL_NUMBER),
                values.get(StatementColumn.REMARK),
                amount(values.get(StatementColumn.BALANCE)));
    }

    private static void put(Map<StatementColumn, String> values, StatementColumn column, @Nullable String text) {
        if (text != null) {
            values.put(column, text);
        }
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2).toPlainString();
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
