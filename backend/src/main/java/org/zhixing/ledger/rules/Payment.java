package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one payee gets out of a disbursement.
 *
 * @param number under which the bank pays it
 * @param bankReason why it bounced, in the bank's words
 * @param settledOn the bank's day
 */
public record Payment(
        UUID id,
        UUID disbursementId,
        UUID caseId,
        String number,
        Payee payee,
        BigDecimal amount,
        PaymentStatus status,
        @Nullable UUID batchId,
        @Nullable String bankReason,
        @Nullable String bankSerial,
        @Nullable LocalDate settledOn,
        int version) {

    public Payment dropped() {
        return with(PaymentStatus.DROPPED, batchId, null, null, null);
    }

    /** A fee is paid at once: it stays with the court. */
    public Payment ordered(UUID batch, LocalDate today) {
        return payee.kind().byBank()
                ? with(PaymentStatus.ORDERED, batch, null, null, null)
                : with(PaymentStatus.PAID, batch, null, null, today);
    }

    /** With what the bank says of it. */
    public Payment settled(BankResult result) {
        return with(result.status(), batchId, result.reason(), result.serial(), result.on());
    }

    private Payment with(
            PaymentStatus now,
            @Nullable UUID batch,
            @Nullable String reason,
            @Nullable String serial,
            @Nullable LocalDate on) {
        return new Payment(id, disbursementId, caseId, number, payee, amount, now, batch, reason, serial, on, version);
    }
}
