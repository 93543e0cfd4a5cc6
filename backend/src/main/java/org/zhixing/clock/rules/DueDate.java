package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * A due date that explains itself: every day from the start to the end, in the calendar's order. While nobody knows when
 * it resumes, {@code due} is {@link Due#NEVER} and the last day is the first on which the clock stands still.
 */
public record DueDate(LocalDate due, boolean provisional, List<CountedDay> days) {

    public DueDate {
        days = List.copyOf(days);
    }
}
