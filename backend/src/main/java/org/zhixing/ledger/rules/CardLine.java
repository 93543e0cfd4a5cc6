package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an account's card.
 *
 * @param position the order in which the account's entries were booked
 * @param amount positive for money in, negative for money out
 * @param balance what the account held after it
 * @param party who paid, or who is paid
 * @param reference the bank's serial number of what came, the payment's number of what goes
 * @param ofCase whether the other side is still the case's business: false for money that was taken back
 */
public record CardLine(
        long position,
        UUID transactionId,
        TransactionKind kind,
        String memo,
        LocalDate bookedOn,
        LocalDate valueOn,
        BigDecimal amount,
        BigDecimal balance,
        @Nullable String party,
        @Nullable String partyAccount,
        @Nullable String reference,
        @Nullable UUID lineId,
        @Nullable UUID payeeId,
        @Nullable UUID paymentId,
        @Nullable UUID reverses,
        @Nullable UUID reversedBy,
        @Nullable UUID bookedBy,
        boolean ofCase) {}
