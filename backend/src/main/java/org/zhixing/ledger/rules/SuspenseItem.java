package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of nobody yet (不明款).
 *
 * @param caseId the case of the claim that holds, null if none does
 * @param receiptId the receipt that the claim made
 */
public record SuspenseItem(
        UUID id,
        int courtId,
        UUID lineId,
        LocalDate receivedOn,
        BigDecimal amount,
        @Nullable UUID caseId,
        @Nullable UUID receiptId,
        int version) {

    public boolean claimed() {
        return receiptId != null;
    }

    /** Calendar days it has waited; none where the bank's day lies ahead, as when the court's day was moved back. */
    public int ageDays(LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(receivedOn, today));
    }
}
