package org.zhixing.ledger.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who said whose the money is, why, and whether that was taken back. */
public record SuspenseClaim(
        UUID id,
        int courtId,
        UUID itemId,
        UUID caseId,
        UUID receiptId,
        String reason,
        UUID claimedBy,
        LocalDate claimedOn,
        @Nullable UUID undoneBy,
        @Nullable LocalDate undoneOn,
        @Nullable String undoneWhy) {

    public boolean stands() {
        return undoneBy == null;
    }
}
