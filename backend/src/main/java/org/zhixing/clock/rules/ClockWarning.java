package org.zhixing.clock.rules;

import java.util.List;
import java.util.Map;

/**
 * Where a case's clocks pull apart, and the lawful ways out.
 *
 * @param params what the sentence is filled with: court dates and node codes
 */
public record ClockWarning(Code code, String clause, Map<String, String> params, List<Way> ways) {

    /** What is the matter. */
    public enum Code {
        /** The house rule ends before 终本 may lawfully be made: {@code node}, {@code house}, {@code lawfulFrom}. */
        TERMINATION_TOO_EARLY,
        /** The house rule ends after the statutory period: {@code node}, {@code house}, {@code statute}. */
        HOUSE_AFTER_STATUTE,
        /** Late by the house rule, while the statutory period still runs: {@code node}, {@code house}, {@code statute}. */
        HOUSE_LATE_STATUTE_RUNS,
        /** The last day to ask for more time is near: {@code node}, {@code due}, {@code lastDay}. */
        EXTENSION_SOON_TOO_LATE,
        /** Nobody knows when the clock goes on: {@code node}, {@code since}. */
        NO_RESUMPTION
    }

    /** What the law offers. */
    public enum Way {
        /** 执行完毕. */
        COMPLETE,
        /** 终结执行, where one of its own grounds is given. */
        TERMINATE,
        /** FAST → ORDINARY. */
        TRANSFER,
        /** Days not counted, for a statutory reason. */
        SUSPEND,
        /** More time, granted by the president in charge. */
        EXTEND,
        /** Record the day on which the case resumes. */
        RESUME
    }

    public ClockWarning {
        params = Map.copyOf(params);
        ways = List.copyOf(ways);
    }
}
