package org.zhixing.supervise.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.supervise.rules.SlipStatus;

/**
 * What slips are asked for; null or empty narrows nothing.
 *
 * @param mine only those addressed to the actor
 * @param team the case's team
 * @param late only those whose answer is late on {@code today}
 */
public record SlipFilter(
        Actor actor,
        LocalDate today,
        Set<SlipStatus> statuses,
        boolean mine,
        @Nullable UUID caseId,
        @Nullable Team team,
        boolean late) {

    public SlipFilter {
        statuses = Set.copyOf(statuses);
    }
}
