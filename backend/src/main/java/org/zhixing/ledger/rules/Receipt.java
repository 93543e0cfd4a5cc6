package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived for a case, to be paid out in full within its time ({@code DISBURSE}). CNY, exact to the fen.
 *
 * @param lineId the line of the bank's statement with which it came
 * @param nodeId the node that watches it; null where the court's policy knows none
 * @param receivedOn the bank's value date
 * @param reserved what applications that are not paid yet will take of it
 * @param reversedBy the transaction that took it back; null while it stands
 */
public record Receipt(
        UUID id,
        int courtId,
        UUID caseId,
        UUID lineId,
        UUID transactionId,
        @Nullable UUID nodeId,
        LocalDate receivedOn,
        BigDecimal amount,
        BigDecimal reserved,
        BigDecimal paid,
        @Nullable UUID reversedBy,
        int version) {

    /** So much of a receipt. */
    public record Part(UUID receiptId, BigDecimal amount) {}

    /** What nobody has applied for yet. */
    public BigDecimal free() {
        return reversedBy == null ? amount.subtract(reserved).subtract(paid) : BigDecimal.ZERO;
    }

    /** What is still to be paid out. */
    public BigDecimal left() {
        return reversedBy == null ? amount.subtract(paid) : BigDecimal.ZERO;
    }

    public boolean paidOut() {
        return reversedBy == null && paid.compareTo(amount) == 0;
    }

    /** Whether nothing of it was ever applied for, so that it can still be taken back. */
    public boolean untouched() {
        return reversedBy == null && reserved.signum() == 0 && paid.signum() == 0;
    }

    /** Parts of the given receipts that make up the amount, the oldest first; empty where they do not suffice. */
    public static Optional<List<Part>> take(List<Receipt> oldestFirst, BigDecimal amount) {
        List<Part> parts = new ArrayList<>();
        BigDecimal wanted = amount;
        for (Receipt receipt : oldestFirst) {
            BigDecimal part = receipt.free().min(wanted);
            if (part.signum() > 0) {
                parts.add(new Part(receipt.id(), part));
                wanted = wanted.subtract(part);
            }
        }
        return wanted.signum() == 0 ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }
}
