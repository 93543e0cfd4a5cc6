package org.zhixing.slip.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A trip that might be made: slips of the same officers in the same area, the shortest due first. */
public record TripProposal(String title, List<UUID> officers, List<UUID> slips) {
    private record Group(List<UUID> officers, String area) {}

    private static final Comparator<TaskSlip> SHORTEST_DUE =
            Comparator.comparing(TripProposal::due).thenComparing(TaskSlip::id);

    /** Of slips under way that are on no trip yet; the trip with the most pressing slip comes first. */
    public static List<TripProposal> of(List<TaskSlip> waiting) {
        Map<Group, List<TaskSlip>> groups = new LinkedHashMap<>();
        waiting.stream()
                .filter(slip -> slip.state().underWay())
                .sorted(SHORTEST_DUE)
                .forEach(slip -> groups.computeIfAbsent(group(slip), none -> new ArrayList<>())
                        .add(slip));
        return groups.entrySet().stream()
                .map(group -> new TripProposal(
                        group.getKey().area(),
                        group.getKey().officers(),
                        group.getValue().stream().map(TaskSlip::id).toList()))
                .toList();
    }

    private static Group group(TaskSlip slip) {
        String area = slip.task().area();
        String place = slip.task().place();
        String where = area != null ? area : place != null ? place : "";
        return new Group(slip.course().officers().stream().sorted().toList(), where);
    }

    private static LocalDate due(TaskSlip slip) {
        TaskSlip.Clock clock = slip.clock();
        return clock == null ? LocalDate.MAX : clock.dueOn();
    }
}
