package org.zhixing.clock.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeState;

/**
 * What the node board is asked for; null or empty narrows nothing. Dates are court dates, both ends included.
 *
 * @param today states are derived on this day
 * @param mine only what the actor answers for, in person, in the responsible team or at the funds desk
 * @param q part of a case number
 */
public record NodeFilter(
        Actor actor,
        LocalDate today,
        Set<NodeState> states,
        @Nullable Team team,
        @Nullable NodeCode code,
        @Nullable UUID person,
        boolean mine,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable String q) {

    public NodeFilter {
        states = Set.copyOf(states);
    }

    Visibility seen() {
        return Visibility.ofNodes(actor);
    }
}
