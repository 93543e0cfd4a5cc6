package org.zhixing.signing.rules;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who signs what, by the kind of what is signed (domain: clause 一(五)).
 *
 * @param stepUpMinutes how old a login may be for what wants a new one
 */
public record SigningPolicy(int stepUpMinutes, List<SigningRule> rules) {

    public SigningPolicy {
        rules = List.copyOf(rules);
        if (stepUpMinutes < 1) {
            throw new IllegalArgumentException("stepUpMinutes: " + stepUpMinutes);
        }
        Set<String> subjects = new HashSet<>();
        for (SigningRule rule : rules) {
            if (!subjects.add(rule.subject())) {
                throw new IllegalArgumentException("two rules for " + rule.subject());
            }
        }
    }

    /** How old a login may be: as the policy says, or less where the court's own setting says so; never more. */
    public StepUp stepUp(Optional<Duration> setting) {
        Duration most = Duration.ofMinutes(stepUpMinutes);
        return new StepUp(setting.filter(own -> own.compareTo(most) < 0).orElse(most));
    }

    /** The rule for that kind; a kind without one is a fault of the policy. */
    public SigningRule rule(String subject) {
        return rules.stream()
                .filter(rule -> rule.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody signs " + subject));
    }
}
