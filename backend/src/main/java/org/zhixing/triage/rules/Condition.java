package org.zhixing.triage.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a rule to match: either one fact compared with a value, or any of several conditions.
 *
 * @param fact the fact's name as in {@link CaseFacts}, e.g. {@code claimAmount}; null where anyOf is given
 * @param op an {@link Op}
 * @param value what the fact is compared with, as text, e.g. {@code 100000.00}
 * @param anyOf conditions of which one is enough; empty where a fact is given
 */
public record Condition(
        @Nullable String fact,
        @Nullable String op,
        @Nullable String value,
        @Nullable List<Condition> anyOf) {

    public Condition {
        anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
    }

    public static Condition of(String fact, Op op, String value) {
        return new Condition(fact, op.name(), value, List.of());
    }

    public static Condition any(Condition... conditions) {
        return new Condition(null, null, null, List.of(conditions));
    }

    List<Condition> alternatives() {
        return Objects.requireNonNullElse(anyOf, List.of());
    }
}
