package org.zhixing.ledger.store;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.ledger.rules.DisbursementStatus;

/**
 * Which disbursements are listed.
 *
 * @param statuses all if empty
 * @param waiting only what waits for the actor's own step
 */
public record DisbursementFilter(
        Actor actor,
        Set<DisbursementStatus> statuses,
        boolean waiting,
        @Nullable UUID caseId) {}
