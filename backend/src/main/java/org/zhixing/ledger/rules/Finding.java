package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the books.
 *
 * @param subjectId the account, transaction, receipt or line; null for the court as a whole
 * @param stored what is written
 * @param proven what it must be
 */
public record Finding(
        FindingKind kind,
        @Nullable UUID subjectId,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        BigDecimal stored,
        BigDecimal proven) {}
