package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A rule and its inputs, from which a due date is counted (§3.1).
 *
 * @param start the day of the event, itself not counted; for a negative period the day of the hard end
 * @param period how many units, not 0; negative counts back from a hard end, and suspensions do not move that
 * @param suspensions days not counted, in any order, overlapping or not
 */
public record Deadline(LocalDate start, int period, PeriodUnit unit, List<Suspension> suspensions, RollOver rollOver) {

    /** Ten years: no period of the court is longer, and explaining one day by day stays affordable. */
    public static final int MOST_DAYS = 3660;

    public static final int MOST_MONTHS = 120;
    public static final int MOST_SUSPENSIONS = 100;

    /** @throws IllegalArgumentException if the period is 0 or, like its suspensions together, beyond ten years */
    public Deadline {
        int most = unit == PeriodUnit.MONTH ? MOST_MONTHS : MOST_DAYS;
        if (period == 0 || Math.abs((long) period) > most) {
            throw new IllegalArgumentException("A period has 1 to " + most + " of " + unit + ", not " + period);
        }
        if (suspensions.size() > MOST_SUSPENSIONS) {
            throw new IllegalArgumentException("At most " + MOST_SUSPENSIONS + " suspensions are counted");
        }
        suspensions = Suspension.unite(List.copyOf(suspensions));
        long suspended = suspensions.stream()
                .mapToLong(suspension -> ChronoUnit.DAYS.between(suspension.from(), suspension.resume()))
                .sum();
        if (suspended > MOST_DAYS) {
            throw new IllegalArgumentException("Suspensions have at most " + MOST_DAYS + " days, not " + suspended);
        }
    }

    /** The due date alone, without visiting every day. */
    public Due due(CourtCalendar calendar) {
        return DueFast.due(this, calendar);
    }

    /** The due date with the reason of every day on the way. */
    public DueDate compute(CourtCalendar calendar) {
        return new DueExplained(this, calendar).compute();
    }

    /** How many days are counted: for months those up to the same-numbered day (rule 2), which suspensions then push. */
    int daysToCount() {
        return unit == PeriodUnit.MONTH
                ? Math.toIntExact(Math.abs(ChronoUnit.DAYS.between(start, start.plusMonths(period))))
                : Math.abs(period);
    }

    /** 1 onward from an event, -1 back from a hard end. */
    int direction() {
        return period < 0 ? -1 : 1;
    }

    boolean suspended(LocalDate date) {
        return period > 0 && suspensions.stream().anyMatch(suspension -> suspension.covers(date));
    }

    /** Whether a year that is not published had a say: for working days all of them, else the days around the end. */
    boolean provisional(LocalDate end, LocalDate due, CourtCalendar calendar) {
        LocalDate first = unit == PeriodUnit.WORKDAY ? start.plusDays(direction()) : end;
        return !calendar.published(first, end) || !calendar.published(end, due);
    }
}
