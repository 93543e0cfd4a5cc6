package org.zhixing.triage.rules;

import java.util.List;

/** Decides a case's team by the first rule that matches. */
public final class TriageRules {

    /** The code of "no rule matches": a person at the triage desk decides. */
    public static final String UNDECIDED = "UNDECIDED";

    private TriageRules() {}

    public static TriageDecision decide(TriageDocument document, CaseFacts facts) {
        List<TriageDecision.Match> matched = document.rules().stream()
                .filter(rule -> rule.on() && Conditions.holds(rule.condition(), facts))
                .map(rule -> new TriageDecision.Match(rule.order(), rule.rule(), rule.clause(), rule.team()))
                .toList();
        if (matched.isEmpty()) {
            return new TriageDecision(null, UNDECIDED, document.undecidedClause(), matched, facts);
        }
        TriageDecision.Match winner = matched.get(0);
        return new TriageDecision(winner.team(), winner.rule(), winner.clause(), matched, facts);
    }
}
