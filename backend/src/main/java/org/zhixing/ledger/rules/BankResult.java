package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says of one payment.
 *
 * @param line of its file, counted from 1; 0 for one that was typed in
 * @param amount null where the bank does not repeat it
 * @param status PAID or BOUNCED
 */
public record BankResult(
        int line,
        String number,
        @Nullable BigDecimal amount,
        PaymentStatus status,
        @Nullable String reason,
        @Nullable String serial,
        LocalDate on) {}
