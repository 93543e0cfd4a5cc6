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
 * @param extension calendar days granted on top of the period, 0 for none; they follow it and suspensions push them too
 * @param daysAfterPause 0 where a period goes on after a suspension with what was left of it; otherwise so many calendar
 *     days remain when a suspension ends, yet never fewer than without it (法发〔2017〕6号第10条: 10 days)
 */
public record Deadline(
        LocalDate start,
        int period,
        PeriodUnit unit,
        List<Suspension> suspensions,
        RollOver rollOver,
        int extension,
        int daysAfterPause) {

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
        long suspended = Suspension.days(suspensions);
        if (suspended > MOST_DAYS) {
            throw new IllegalArgumentException("Suspensions have at most " + MOST_DAYS + " days, not " + suspended);
        }
        if (extension < 0 || extension > MOST_DAYS || daysAfterPause < 0) {
            throw new IllegalArgumentException("An extension has 0 to " + MOST_DAYS + " days, not " + extension);
        }
    }

    /** Without an extension, and going on after a suspension with what was left. */
    public Deadline(LocalDate start, int period, PeriodUnit unit, List<Suspension> suspensions, RollOver rollOver) {
        this(start, period, unit, suspensions, rollOver, 0, 0);
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

    /** Whether the clock stands still on that day; one that counts back from a hard end never does. */
    public boolean suspended(LocalDate date) {
        return period > 0 && suspensions.stream().anyMatch(suspension -> suspension.covers(date));
    }

    /** Whether from that day on it stands still until nobody knows when. */
    boolean waits(LocalDate date) {
        return period > 0
                && suspensions.stream().anyMatch(suspension -> suspension.endless() && suspension.covers(date));
    }

    /** Whether what remains after a suspension is fixed, and not what was left of the period. */
    boolean remains() {
        return daysAfterPause > 0 && period > 0 && !suspensions.isEmpty();
    }

    /** The days from the start to the given one that are not suspended, the start itself left out. */
    long running(LocalDate until) {
        long days = Math.abs(ChronoUnit.DAYS.between(start, until));
        if (period < 0) {
            return days;
        }
        for (Suspension suspension : suspensions) {
            LocalDate from = suspension.from().isAfter(start) ? suspension.from() : start.plusDays(1);
            LocalDate to = suspension.resume().isAfter(until) ? until.plusDays(1) : suspension.resume();
            days -= Math.max(0, ChronoUnit.DAYS.between(from, to));
        }
        return days;
    }

    /** So many unsuspended days before the given one, not before the start. */
    LocalDate back(LocalDate from, long days) {
        LocalDate day = from.minusDays(days);
        if (period < 0 || suspensions.isEmpty()) {
            return day;
        }
        day = from;
        for (long left = days; left > 0 && day.isAfter(start); ) {
            day = day.minusDays(1);
            left -= suspended(day) ? 0 : 1;
        }
        return day;
    }

    /** Whether a year that is not published had a say: for working days all of them, else the days around the end. */
    boolean provisional(LocalDate end, LocalDate due, CourtCalendar calendar) {
        LocalDate first = unit == PeriodUnit.WORKDAY ? start.plusDays(direction()) : end;
        return !calendar.published(first, end) || !calendar.published(end, due);
    }
}
