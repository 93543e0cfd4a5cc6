package org.zhixing.cases.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads an amount of CNY, exact to the fen and never negative. Zero is an amount: registers write it for acts. */
public final class ClaimAmount {

    /** Stored as numeric(18,2). */
    private static final int INTEGER_DIGITS = 16;

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");

    private ClaimAmount() {}

    /** Takes {@code 5000}, {@code 3,639,750.88}, {@code ￥５０００．００}, {@code 5000元}; answers with two decimals. */
    public static Checked<BigDecimal> check(String text) {
        String tidy = CellText.narrow(text)
                .replaceFirst("^[¥￥]", "")
                .replaceFirst("元$", "")
                .replace('−', '-');
        if (tidy.length() > 64 || !NUMBER.matcher(tidy).matches()) {
            return Checked.bad(ReasonCode.AMOUNT_SYNTAX);
        }
        return check(new BigDecimal(tidy.replace(",", "")));
    }

    /** The same limits for an amount that already is a number. */
    public static Checked<BigDecimal> check(BigDecimal amount) {
        if (amount.signum() < 0) {
            return Checked.bad(ReasonCode.AMOUNT_NEGATIVE);
        }
        if (amount.precision() - amount.scale() > INTEGER_DIGITS) {
            return Checked.bad(ReasonCode.AMOUNT_TOO_LARGE);
        }
        if (amount.scale() > 2 && amount.stripTrailingZeros().scale() > 2) {
            return Checked.bad(ReasonCode.AMOUNT_DECIMALS);
        }
        return Checked.good(amount.setScale(2));
    }
}
