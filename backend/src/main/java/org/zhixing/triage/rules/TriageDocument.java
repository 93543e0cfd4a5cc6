package org.zhixing.triage.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A version of the triage table, stored whole.
 *
 * @param undecidedClause the clause under which a person decides where no rule matches
 */
public record TriageDocument(List<TriageRule> rules, TransferPolicy transfer, String undecidedClause) {

    /** @throws IllegalArgumentException if a rule or an order stands twice or a condition is not understood */
    public TriageDocument {
        rules = rules.stream()
                .sorted(Comparator.comparingInt(TriageRule::order))
                .toList();
        Set<Object> seen = new HashSet<>();
        for (TriageRule rule : rules) {
            if (!seen.add(rule.order()) || !seen.add(rule.rule()) || rule.rule().equals(TriageRules.UNDECIDED)) {
                throw new IllegalArgumentException("Rule " + rule.rule() + ": its code or order stands twice");
            }
            try {
                Conditions.check(rule.condition());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Rule " + rule.rule() + ": " + e.getMessage(), e);
            }
        }
    }
}
