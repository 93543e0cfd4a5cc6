package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What the bank is ordered to pay at once, as one file; the fees of the same disbursements are counted with it. */
public record PaymentBatch(
        UUID id,
        int courtId,
        String number,
        int payments,
        BigDecimal amount,
        BatchStatus status,
        UUID createdBy,
        LocalDate createdOn,
        int version) {}
