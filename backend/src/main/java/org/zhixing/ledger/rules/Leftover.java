package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is still to be paid out of a receipt. */
public record Leftover(LocalDate receivedOn, BigDecimal amount, BigDecimal left) {
    /** E.g. {@code 2022-10-20 40.00/100.00}. */
    public String text() {
        return receivedOn + " " + left.setScale(2).toPlainString() + "/"
                + amount.setScale(2).toPlainString();
    }
}
