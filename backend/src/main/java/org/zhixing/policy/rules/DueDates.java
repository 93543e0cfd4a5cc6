package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.NodePolicy;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.clock.rules.Suspension;

/**
 * Due dates as opening, suspending and extending a node count them. Each plain one is counted once: a hundred thousand
 * cases were filed on some hundred days. For one simulation, not for several threads.
 */
final class DueDates {

    private final CourtCalendar calendar;
    private final Map<NodePolicy, Map<LocalDate, LocalDate>> counted = new IdentityHashMap<>();

    DueDates(CourtCalendar calendar) {
        this.calendar = calendar;
    }

    /** Of a node that is there: from its own start, with the days it was granted. */
    LocalDate of(OpenCase open, NodePolicy line, OpenCase.CaseNode node) {
        return of(line, node.startOn(), Pauses.of(line, open.standstills()), node.extension());
    }

    /** Of a node that filing the case by that line opens, which has the case's pauses from its first day. */
    LocalDate opened(OpenCase open, NodePolicy line) {
        return of(line, open.facts().filedOn(), Pauses.of(line, open.standstills()), 0);
    }

    private LocalDate of(NodePolicy line, LocalDate startOn, List<Suspension> pauses, int extension) {
        if (!pauses.isEmpty() || extension > 0) {
            return line.deadline(startOn, pauses, extension).due(calendar).on();
        }
        return counted.computeIfAbsent(line, same -> new HashMap<>())
                .computeIfAbsent(startOn, start -> line.deadline(start, List.of(), 0)
                        .due(calendar)
                        .on());
    }
}
