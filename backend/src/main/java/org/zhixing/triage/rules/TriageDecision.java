package org.zhixing.triage.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * Where a case goes and why.
 *
 * @param team null if a person at the triage desk has to decide
 * @param rule the winner's code, or {@link TriageRules#UNDECIDED}
 * @param matched every rule that matched, in order; the first is the winner
 */
public record TriageDecision(@Nullable Team team, String rule, String clause, List<Match> matched, CaseFacts facts) {

    public TriageDecision {
        matched = List.copyOf(matched);
    }

    /** A rule that matched. */
    public record Match(int order, String rule, String clause, Team team) {}
}
