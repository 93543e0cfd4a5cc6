package org.zhixing.ledger.rules;

import java.util.List;

/**
 * Why an act on money is refused: a code of the catalogue, the clause and the facts that fill its sentence.
 *
 * @param facts plain values; a {@link Word} is said in the reader's language
 */
public record Denial(String code, String clause, Kind kind, List<Object> facts) {
    /** What stands against it: the wrong person, what was done already, or a rule. */
    public enum Kind {
        PERSON,
        DONE_ALREADY,
        RULE
    }

    /** A key of the catalogue, such as a step's name. */
    public record Word(String key) {}

    static Denial person(String code, String clause, Object... facts) {
        return new Denial(code, clause, Kind.PERSON, List.of(facts));
    }

    static Denial done(String code, String clause, Object... facts) {
        return new Denial(code, clause, Kind.DONE_ALREADY, List.of(facts));
    }

    static Denial rule(String code, String clause, Object... facts) {
        return new Denial(code, clause, Kind.RULE, List.of(facts));
    }
}
