package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.NodePolicies;
import org.zhixing.clock.rules.NodePolicy;

/**
 * Due dates as opening a node counts them, each counted once: a hundred thousand cases were filed on some hundred days.
 * For one simulation, not for several threads.
 */
final class DueDates {

    private final CourtCalendar calendar;
    private final Map<NodePolicy, Map<LocalDate, LocalDate>> counted = new IdentityHashMap<>();

    DueDates(CourtCalendar calendar) {
        this.calendar = calendar;
    }

    LocalDate of(NodePolicy line, LocalDate startOn) {
        return counted.computeIfAbsent(line, same -> new HashMap<>())
                .computeIfAbsent(startOn, start -> NodePolicies.plan(line, start, calendar)
                        .dueOn());
    }
}
