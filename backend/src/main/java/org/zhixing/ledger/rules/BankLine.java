package org.zhixing.ledger.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bank's statement as it is kept, once, by its serial number.
 *
 * @param transactionId what it was booked as; null of money out
 */
public record BankLine(
        UUID id,
        int courtId,
        UUID importId,
        BankEntry entry,
        LineMatch match,
        @Nullable UUID transactionId) {}
