package org.zhixing.slip.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlipState;

/**
 * What slips are asked for; null or empty narrows nothing.
 *
 * @param team the case's
 * @param officer one of those who carry it out
 * @param dueFrom court dates, both included
 * @param mine only those that wait for the actor
 * @param late only those whose day has passed on {@code today}
 */
public record TaskSlipFilter(
        Actor actor,
        LocalDate today,
        Set<TaskSlipState> states,
        @Nullable UUID caseId,
        @Nullable String kind,
        @Nullable SlipWay way,
        @Nullable Team team,
        @Nullable UUID officer,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        boolean mine,
        boolean late) {
    public TaskSlipFilter {
        states = Set.copyOf(states);
    }

    /** Everything that waits for the actor. */
    public static TaskSlipFilter waitingFor(Actor actor, LocalDate today) {
        return new TaskSlipFilter(actor, today, Set.of(), null, null, null, null, null, null, null, true, false);
    }

    /** The order of a list; the keyset's place is in the same words. */
    public enum Sort {
        /** The highest number first. */
        NUMBER,
        /** The shortest due first; what has no day yet comes last. */
        DUE
    }
}
