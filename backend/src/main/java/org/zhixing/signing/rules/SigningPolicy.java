package org.zhixing.signing.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who signs what, by the kind of what is signed (domain: clause 一(五)); the kinds come in the order of the document. */
public record SigningPolicy(List<SigningRule> rules) {

    public SigningPolicy {
        rules = List.copyOf(rules);
        Set<String> subjects = new HashSet<>();
        for (SigningRule rule : rules) {
            if (!subjects.add(rule.subject())) {
                throw new IllegalArgumentException("two rules for " + rule.subject());
            }
        }
    }

    /** The rule for that kind; a kind without one is a fault of the policy. */
    public SigningRule rule(String subject) {
        return find(subject).orElseThrow(() -> new IllegalArgumentException("nobody signs " + subject));
    }

    private Optional<SigningRule> find(String subject) {
        return rules.stream().filter(rule -> rule.subject().equals(subject)).findFirst();
    }

    /** With the other's rules for kinds that have none here: a version is older than a kind that was added after it. */
    public SigningPolicy completedBy(SigningPolicy other) {
        return new SigningPolicy(
                Stream.concat(rules.stream(), other.rules.stream().filter(rule -> find(rule.subject())
                                .isEmpty()))
                        .toList());
    }
}
