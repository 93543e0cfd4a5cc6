package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that makes statement and ledger differ on a day.
 *
 * @param key what statement and ledger would share, were they to agree
 * @param since the day from which on they differ by that amount
 * @param amount the statement's less the ledger's
 * @param note what the funds desk knows of it
 * @param money what the line took out, null for money in
 */
public record ReconciliationItem(
        UUID key,
        ItemKind kind,
        LocalDate since,
        BigDecimal amount,
        @Nullable UUID lineId,
        @Nullable String serial,
        @Nullable String party,
        @Nullable String partyAccount,
        @Nullable String remark,
        @Nullable UUID transactionId,
        @Nullable TransactionKind transactionKind,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        @Nullable String note,
        @Nullable BigDecimal money) {}
