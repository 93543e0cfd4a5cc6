package org.zhixing.ledger.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.LineMatch;

/**
 * Which of the bank's lines are asked for; null means all.
 *
 * @param from the first value date, {@code to} the last
 * @param in true for money in, false for money out
 */
public record LineFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LineMatch.@Nullable Matched matched,
        @Nullable Boolean in,
        @Nullable UUID importId) {}
