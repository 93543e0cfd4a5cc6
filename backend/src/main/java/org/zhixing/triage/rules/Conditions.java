package org.zhixing.triage.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and evaluates conditions. */
final class Conditions {

    private Conditions() {}

    static boolean holds(Condition condition, CaseFacts facts) {
        List<Condition> alternatives = condition.alternatives();
        if (!alternatives.isEmpty()) {
            return alternatives.stream().anyMatch(alternative -> holds(alternative, facts));
        }
        return Fact.of(condition.fact()).matches(facts, op(condition.op()), value(condition));
    }

    /** @throws IllegalArgumentException naming the fact, comparison or value that is not understood */
    static void check(Condition condition) {
        List<Condition> alternatives = condition.alternatives();
        if (!alternatives.isEmpty()) {
            if (condition.fact() != null) {
                throw new IllegalArgumentException("a condition has either a fact or anyOf: " + condition.fact());
            }
            alternatives.forEach(Conditions::check);
            return;
        }
        Fact fact = Fact.of(condition.fact());
        Op op = op(condition.op());
        if (!fact.allows(op)) {
            throw new IllegalArgumentException(condition.fact() + " cannot be compared by " + op);
        }
        String value = value(condition);
        try {
            fact.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(condition.fact() + " has no such value: " + value, e);
        }
    }

    private static Op op(@Nullable String name) {
        try {
            return Op.valueOf(name == null ? "" : name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown op: " + name, e);
        }
    }

    private static String value(Condition condition) {
        String value = condition.value();
        if (value == null) {
            throw new IllegalArgumentException(condition.fact() + " is compared with nothing");
        }
        return value;
    }
}
