package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ClaimAmount;

/** Reads what the bank says of the payments: a table whose header names its columns. */
public final class BankResults {
    /** A column, by the headers that banks write above it. */
    public enum Column {
        NUMBER(true, "付款编号", "客户流水号", "payment number"),
        OUTCOME(true, "结果", "处理结果", "交易状态", "状态", "result"),
        DATE(true, "交易日期", "日期", "处理日期", "date"),
        AMOUNT(false, "金额", "交易金额", "amount"),
        REASON(false, "原因", "失败原因", "退票原因", "reason"),
        SERIAL(false, "银行流水号", "流水号", "serial");

        private final boolean needed;
        private final List<String> headers;

        Column(boolean needed, String... headers) {
            this.needed = needed;
            this.headers = List.of(headers);
        }

        /** The header by which people know it. */
        public String header() {
            return headers.get(0);
        }
    }

    private static final Set<String> PAID = Set.of("成功", "已付", "交易成功", "paid", "success");
    private static final Set<String> BOUNCED = Set.of("失败", "退票", "退汇", "交易失败", "bounced", "failed");
    private static final int LONGEST = 200;

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    private BankResults() {}

    /** A row that says something, or the column in which it cannot be read. */
    public record Row(@Nullable BankResult result, @Nullable Column bad) {}

    /** By its header; empty where one of the needed columns is not there. */
    public static Optional<BankResults> of(List<String> header) {
        BankResults found = new BankResults();
        for (int i = 0; i < header.size(); i++) {
            String text = plain(header.get(i)).toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.headers.contains(text)) {
                    found.places.putIfAbsent(column, i);
                }
            }
        }
        for (Column column : Column.values()) {
            if (column.needed && !found.places.containsKey(column)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** One row, of which the line is said. */
    public Row row(int line, List<String> cells) {
        String number = cell(cells, Column.NUMBER);
        if (number.isEmpty() || number.length() > LONGEST) {
            return new Row(null, Column.NUMBER);
        }
        PaymentStatus status = outcome(cell(cells, Column.OUTCOME));
        if (status == null) {
            return new Row(null, Column.OUTCOME);
        }
        LocalDate on = date(cell(cells, Column.DATE));
        if (on == null) {
            return new Row(null, Column.DATE);
        }
        String amount = cell(cells, Column.AMOUNT);
        BigDecimal read =
                amount.isEmpty() ? null : ClaimAmount.check(amount).found().orElse(null);
        if (!amount.isEmpty() && read == null) {
            return new Row(null, Column.AMOUNT);
        }
        return new Row(
                new BankResult(
                        line,
                        number,
                        read,
                        status,
                        blank(cell(cells, Column.REASON)),
                        blank(cell(cells, Column.SERIAL)),
                        on),
                null);
    }

    private String cell(List<String> cells, Column column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : plain(cells.get(place));
    }

    /** What a spreadsheet was kept from taking for a formula, or a number, has an apostrophe in front. */
    private static String plain(String cell) {
        String text = cell.strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static @Nullable PaymentStatus outcome(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return PAID.contains(word) ? PaymentStatus.PAID : BOUNCED.contains(word) ? PaymentStatus.BOUNCED : null;
    }

    private static @Nullable LocalDate date(String text) {
        String iso = text.replace('/', '-').replace('.', '-');
        String whole =
                iso.matches("\\d{8}") ? iso.substring(0, 4) + "-" + iso.substring(4, 6) + "-" + iso.substring(6) : iso;
        try {
            return LocalDate.parse(whole);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
