package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Counts by whole spans, for opening nodes by the ten thousand. */
final class DueFast {

    private DueFast() {}

    static Due due(Deadline deadline, CourtCalendar calendar) {
        LocalDate end = deadline.unit() == PeriodUnit.WORKDAY ? workdays(deadline, calendar) : days(deadline);
        LocalDate due = rolled(deadline, end, calendar);
        return new Due(due, deadline.provisional(end, due, calendar));
    }

    /** Each suspension that begins on or before the end pushes the end by its days after the start. */
    private static LocalDate days(Deadline deadline) {
        LocalDate first = deadline.start().plusDays(1);
        LocalDate end = deadline.start().plusDays((long) deadline.direction() * deadline.daysToCount());
        if (deadline.period() < 0) {
            return end;
        }
        for (Suspension suspension : deadline.suspensions()) {
            LocalDate from = suspension.from().isBefore(first) ? first : suspension.from();
            if (from.isAfter(end)) {
                break;
            }
            end = end.plusDays(Math.max(0, ChronoUnit.DAYS.between(from, suspension.resume())));
        }
        return end;
    }

    private static LocalDate workdays(Deadline deadline, CourtCalendar calendar) {
        LocalDate day = deadline.start();
        for (int left = deadline.daysToCount(); left > 0; ) {
            day = day.plusDays(deadline.direction());
            if (!deadline.suspended(day) && calendar.works(day)) {
                left--;
            }
        }
        return day;
    }

    /** A suspended day cannot be the next working day: the clock does not run on it. */
    private static LocalDate rolled(Deadline deadline, LocalDate end, CourtCalendar calendar) {
        if (deadline.rollOver() == RollOver.NONE) {
            return end;
        }
        if (deadline.rollOver() == RollOver.PREVIOUS) {
            return calendar.workdayUpTo(end);
        }
        LocalDate day = end;
        while (deadline.suspended(day) || !calendar.works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
