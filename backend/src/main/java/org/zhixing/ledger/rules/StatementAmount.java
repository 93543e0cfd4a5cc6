package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.zhixing.cases.rules.CellText;

/** Reads an amount of CNY as banks write it, exact to the fen; it may be negative. */
final class StatementAmount {
    /** Stored as numeric(18,2). */
    private static final int INTEGER_DIGITS = 16;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)?(\\.\\d*)?");

    private StatementAmount() {}

    /** The amount with two decimals, or why the text has none. */
    record Read(BigDecimal amount, FaultCode fault) {
        static Read of(BigDecimal amount) {
            return new Read(amount, FaultCode.AMOUNT_NONE);
        }

        static Read wrong(FaultCode fault) {
            return new Read(BigDecimal.ZERO, fault);
        }

        boolean good() {
            return fault == FaultCode.AMOUNT_NONE;
        }
    }

    /** Takes {@code 1100.1}, {@code 1,100.10}, {@code ￥１１００．１０}, {@code 1100.10元}, {@code -5.00}, {@code (5.00)}. */
    static Read read(String text) {
        String tidy = CellText.narrow(text)
                .replaceFirst("(?i)^(CNY|RMB|人民币|[¥￥])", "")
                .replaceFirst("元$", "")
                .replace('−', '-');
        if (tidy.startsWith("(") && tidy.endsWith(")")) {
            tidy = "-" + tidy.substring(1, tidy.length() - 1);
        }
        if (tidy.length() > 64
                || !NUMBER.matcher(tidy).matches()
                || tidy.chars().noneMatch(Character::isDigit)) {
            return Read.wrong(FaultCode.AMOUNT_SYNTAX);
        }
        BigDecimal amount = new BigDecimal(tidy.replace(",", "").replaceFirst("\\.$", ""));
        if (amount.precision() - amount.scale() > INTEGER_DIGITS) {
            return Read.wrong(FaultCode.AMOUNT_TOO_LARGE);
        }
        return amount.stripTrailingZeros().scale() > 2
                ? Read.wrong(FaultCode.AMOUNT_DECIMALS)
                : Read.of(amount.setScale(2));
    }
}
