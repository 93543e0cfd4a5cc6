package org.zhixing.clock.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

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
     * rounded up, and always on the day before the due date.
     */
    public static NodeDates of(Deadline deadline, BigDecimal dueSoonShare, CourtCalendar calendar) {
        Due due = deadline.due(calendar);
        long days = Math.abs(ChronoUnit.DAYS.between(deadline.start(), due.on()));
        long soon = dueSoonShare
                .multiply(BigDecimal.valueOf(days))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return new NodeDates(
                due.on(), due.on().minusDays(Math.max(1, soon)), calendar.workdayAfter(due.on()), due.provisional());
    }
}
