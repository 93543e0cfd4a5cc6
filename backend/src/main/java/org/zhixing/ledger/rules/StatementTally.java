package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhixing.cases.rules.RowOutcome;

/**
 * How many lines have each outcome, and how many new ones go where with how much money.
 *
 * @param outcomes by {@link RowOutcome}
 * @param matches by {@link LineMatch.Matched}
 * @param amounts by {@link LineMatch.Matched}
 */
public record StatementTally(
        Map<String, Integer> outcomes, Map<String, Integer> matches, Map<String, BigDecimal> amounts) {

    public static final StatementTally NONE = new StatementTally(Map.of(), Map.of(), Map.of());

    public StatementTally {
        outcomes = Map.copyOf(outcomes);
        matches = Map.copyOf(matches);
        amounts = Map.copyOf(amounts);
    }

    public int of(RowOutcome outcome) {
        return outcomes.getOrDefault(outcome.name(), 0);
    }

    public int of(LineMatch.Matched matched) {
        return matches.getOrDefault(matched.name(), 0);
    }

    public BigDecimal amount(LineMatch.Matched matched) {
        return amounts.getOrDefault(matched.name(), BigDecimal.ZERO);
    }

    public StatementTally plus(List<StatementRow> rows) {
        return changed(rows, 1);
    }

    public StatementTally minus(List<StatementRow> rows) {
        return changed(rows, -1);
    }

    private StatementTally changed(List<StatementRow> rows, int by) {
        Map<String, Integer> byOutcome = new TreeMap<>(outcomes);
        Map<String, Integer> byMatch = new TreeMap<>(matches);
        Map<String, BigDecimal> money = new TreeMap<>(amounts);
        for (StatementRow row : rows) {
            byOutcome.merge(row.outcome().name(), by, Integer::sum);
            LineMatch match = row.match();
            if (match != null) {
                String name = match.matched().name();
                BigDecimal amount = row.entry().change().abs();
                byMatch.merge(name, by, Integer::sum);
                money.merge(name, by > 0 ? amount : amount.negate(), BigDecimal::add);
            }
        }
        return new StatementTally(byOutcome, byMatch, money);
    }
}
