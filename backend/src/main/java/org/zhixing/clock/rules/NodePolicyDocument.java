package org.zhixing.clock.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A version of the node table, stored whole; a node keeps the version under which it was opened. */
public record NodePolicyDocument(
        List<NodePolicy> policies, List<EscalationStep> escalation, List<SeizureTerm> seizureTerms) {

    /** @throws IllegalArgumentException if a code stands twice or nobody is told of an overdue node on day 1 */
    public NodePolicyDocument {
        policies = List.copyOf(policies);
        escalation = List.copyOf(escalation);
        seizureTerms = List.copyOf(seizureTerms);
        Set<NodeCode> codes = new HashSet<>();
        for (NodePolicy policy : policies) {
            if (!codes.add(policy.code())) {
                throw new IllegalArgumentException(policy.code() + " stands twice in the node policy");
            }
        }
        if (Escalation.audience(escalation, 1).isEmpty()) {
            throw new IllegalArgumentException("The escalation ladder tells nobody on day 1");
        }
    }

    public Optional<NodePolicy> policy(NodeCode code) {
        return policies.stream().filter(policy -> policy.code() == code).findFirst();
    }
}
