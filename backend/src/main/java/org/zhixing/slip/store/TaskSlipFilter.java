package org.zhixing.slip.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.slip.rules.TaskSlipState;

/**
 * What slips are asked for; null or empty narrows nothing.
 *
 * @param mine only those that wait for the actor
 * @param late only those whose day has passed on {@code today}
 */
public record TaskSlipFilter(
        Actor actor,
        LocalDate today,
        Set<TaskSlipState> states,
        @Nullable UUID caseId,
        @Nullable String kind,
        boolean mine,
        boolean late) {
    public TaskSlipFilter {
        states = Set.copyOf(states);
    }
}
