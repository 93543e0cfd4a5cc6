package org.zhixing.cases.rules;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows have each outcome, and how many of the new ones each team gets.
 *
 * @param outcomes by {@link RowOutcome}
 * @param teams by the team's name; empty for the cases that a person has to sort
 */
public record ImportTally(Map<String, Integer> outcomes, Map<String, Integer> teams) {

    public static final ImportTally NONE = new ImportTally(Map.of(), Map.of());

    public ImportTally {
        outcomes = Map.copyOf(outcomes);
        teams = Map.copyOf(teams);
    }

    public int of(RowOutcome outcome) {
        return outcomes.getOrDefault(outcome.name(), 0);
    }

    /** With these rows. */
    public ImportTally plus(Iterable<ImportRow> rows) {
        return changed(rows, 1);
    }

    /** Without rows whose outcome has changed. */
    public ImportTally minus(Iterable<ImportRow> rows) {
        return changed(rows, -1);
    }

    private ImportTally changed(Iterable<ImportRow> rows, int by) {
        Map<String, Integer> byOutcome = new TreeMap<>(outcomes);
        Map<String, Integer> byTeam = new TreeMap<>(teams);
        for (ImportRow row : rows) {
            byOutcome.merge(row.outcome().name(), by, Integer::sum);
            if (row.outcome() == RowOutcome.NEW) {
                var team = row.team();
                byTeam.merge(team == null ? "" : team.name(), by, Integer::sum);
            }
        }
        byTeam.values().removeIf(count -> count == 0);
        return new ImportTally(byOutcome, byTeam);
    }
}
