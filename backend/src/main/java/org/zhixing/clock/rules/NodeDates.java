package org.zhixing.clock.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The dates of a node that its deadline gives.
 *
 * @param dueSoonOn the first day on which the node is due soon
 * @param firstNoticeOn the first working day after the due date, on which lateness is first notified
 * @param provisional whether a year without a published calendar had a say in the due date
 */
public record NodeDates(LocalDate dueOn, LocalDate dueSoonOn, LocalDate firstNoticeOn, boolean provisional) {

    /**
     * Counts the dates. A node is due soon as long as no more days are left than the share of all days from start to due,
     * rounded up, and always on the day before the due date; suspended days are neither left nor of the period. One that
     * waits for an open-ended suspension has none of the dates: all are {@link Due#NEVER}.
     */
    public static NodeDates of(Deadline deadline, BigDecimal dueSoonShare, CourtCalendar calendar) {
        Due due = deadline.due(calendar);
        if (due.on().equals(Due.NEVER)) {
            return new NodeDates(Due.NEVER, Due.NEVER, Due.NEVER, false);
        }
        long days = deadline.running(due.on());
        long soon = dueSoonShare
                .multiply(BigDecimal.valueOf(days))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return new NodeDates(
                due.on(),
                deadline.back(due.on(), Math.max(1, soon)),
                calendar.workdayAfter(due.on()),
                due.provisional());
    }
}
