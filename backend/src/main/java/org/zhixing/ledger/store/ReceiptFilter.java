package org.zhixing.ledger.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.NodeState;

/**
 * Which receipts are asked for; null means all.
 *
 * @param waiting only those that are not paid out in full
 * @param state of the node that watches them, derived on {@code today}
 */
public record ReceiptFilter(
        @Nullable UUID caseId, boolean waiting, @Nullable NodeState state, LocalDate today) {}
