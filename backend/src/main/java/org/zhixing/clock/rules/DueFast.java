package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Counts by whole spans, for opening nodes by the ten thousand. */
final class DueFast {

    private DueFast() {}

    static Due due(Deadline deadline, CourtCalendar calendar) {
        LocalDate end = end(deadline, calendar);
        if (end.equals(Due.NEVER)) {
            return Due.WAITS;
        }
        LocalDate due = rolled(deadline, end, calendar);
        return due.equals(Due.NEVER) ? Due.WAITS : new Due(due, deadline.provisional(end, due, calendar));
    }

    /** The last day of the period, which may be a rest day. */
    static LocalDate end(Deadline deadline, CourtCalendar calendar) {
        if (deadline.period() < 0) {
            return deadline.unit() == PeriodUnit.WORKDAY
                    ? workdays(deadline, calendar)
                    : deadline.start().minusDays(deadline.daysToCount());
        }
        if (deadline.remains()) {
            return afterPauses(deadline, calendar);
        }
        LocalDate end = deadline.unit() == PeriodUnit.WORKDAY
                ? workdays(deadline, calendar)
                : days(deadline.start(), deadline.daysToCount(), deadline.suspensions());
        return days(end, deadline.extension(), deadline.suspensions());
    }

    /** Each suspension that begins on or before the end pushes the end by its days after the start. */
    private static LocalDate days(LocalDate start, int days, List<Suspension> suspensions) {
        if (days == 0 || start.equals(Due.NEVER)) {
            return start;
        }
        LocalDate first = start.plusDays(1);
        LocalDate end = start.plusDays(days);
        for (Suspension suspension : suspensions) {
            LocalDate from = suspension.from().isBefore(first) ? first : suspension.from();
            if (from.isAfter(end)) {
                break;
            }
            if (suspension.endless()) {
                return Due.NEVER;
            }
            end = end.plusDays(Math.max(0, ChronoUnit.DAYS.between(from, suspension.resume())));
        }
        return end;
    }

    private static LocalDate workdays(Deadline deadline, CourtCalendar calendar) {
        LocalDate day = deadline.start();
        for (int left = deadline.daysToCount(); left > 0; ) {
            if (deadline.waits(day)) {
                return Due.NEVER;
            }
            day = day.plusDays(deadline.direction());
            if (!deadline.suspended(day) && calendar.works(day)) {
                left--;
            }
        }
        return day;
    }

    /** Each suspension that the period meets leaves so many days after it, or what there was if that is more. */
    private static LocalDate afterPauses(Deadline deadline, CourtCalendar calendar) {
        LocalDate end = plainEnd(deadline, calendar);
        for (Suspension suspension : deadline.suspensions()) {
            if (!suspension.resume().isAfter(deadline.start().plusDays(1))) {
                continue;
            }
            LocalDate due = deadline.rollOver() == RollOver.NEXT ? calendar.workdayFrom(end) : end;
            if (suspension.from().isAfter(due)) {
                break;
            }
            if (suspension.endless()) {
                return Due.NEVER;
            }
            LocalDate remaining = suspension.resume().plusDays(deadline.daysAfterPause() - 1L);
            end = remaining.isAfter(end) ? remaining : end;
        }
        return end;
    }

    /** The last day as if nothing were suspended. */
    static LocalDate plainEnd(Deadline deadline, CourtCalendar calendar) {
        return end(
                new Deadline(
                        deadline.start(),
                        deadline.period(),
                        deadline.unit(),
                        List.of(),
                        deadline.rollOver(),
                        deadline.extension(),
                        0),
                calendar);
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
            if (deadline.waits(day)) {
                return Due.NEVER;
            }
            day = day.plusDays(1);
        }
        return day;
    }
}
