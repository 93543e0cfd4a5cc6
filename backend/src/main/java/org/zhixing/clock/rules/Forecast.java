package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * What falls due on each day ahead, by who answers for it, and what is late already.
 *
 * @param days the days ahead, rest days included
 * @param teams nodes that a team answers for, whether as a team or through its cases' people
 * @param people nodes that a person answers for; one with two handlers counts for both
 */
public record Forecast(List<LocalDate> days, List<Row<Team>> teams, List<Row<UUID>> people) {

    /**
     * The numbers of one team or person.
     *
     * @param counts one for each day, in the days' order
     * @param late open nodes past their due date
     */
    public record Row<K>(K key, List<Long> counts, long late) {}

    /** Open nodes that are alike in who answers for them and when they are due. */
    public record Load(
            @Nullable Team caseTeam, @Nullable Team responsibleTeam, List<UUID> people, LocalDate dueOn, long count) {}

    /** @param days from today on, without a gap */
    public static Forecast of(List<LocalDate> days, List<Load> loads) {
        Map<Team, long[]> teams = new EnumMap<>(Team.class);
        Map<UUID, long[]> people = new HashMap<>();
        Map<LocalDate, Integer> places =
                IntStream.range(0, days.size()).boxed().collect(Collectors.toMap(days::get, Function.identity()));
        for (Load load : loads) {
            boolean late = load.dueOn().isBefore(days.get(0));
            Integer place = late ? Integer.valueOf(days.size()) : places.get(load.dueOn());
            if (place != null) {
                Team answers = load.responsibleTeam() == null ? load.caseTeam() : load.responsibleTeam();
                if (answers != null) {
                    teams.computeIfAbsent(answers, team -> new long[days.size() + 1])[place] += load.count();
                }
                for (UUID person : load.people()) {
                    people.computeIfAbsent(person, id -> new long[days.size() + 1])[place] += load.count();
                }
            }
        }
        return new Forecast(days, rows(teams, days.size()), rows(people, days.size()));
    }

    private static <K extends Comparable<K>> List<Row<K>> rows(Map<K, long[]> sums, int days) {
        return sums.entrySet().stream()
                .map(each -> new Row<>(
                        each.getKey(),
                        IntStream.range(0, days)
                                .mapToObj(i -> each.getValue()[i])
                                .toList(),
                        each.getValue()[days]))
                .sorted(Comparator.comparing(Row::key))
                .toList();
    }
}
