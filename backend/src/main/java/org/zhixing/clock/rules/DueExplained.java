package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts day by day and says of each why. */
final class DueExplained {

    private final Deadline deadline;
    private final CourtCalendar calendar;
    private final NavigableMap<LocalDate, CountedDay> days = new TreeMap<>();

    DueExplained(Deadline deadline, CourtCalendar calendar) {
        this.deadline = deadline;
        this.calendar = calendar;
    }

    DueDate compute() {
        put(deadline.start(), false, CountedDay.Why.START);
        LocalDate end;
        if (deadline.remains()) {
            end = remaining();
        } else {
            end = walk(deadline.start(), deadline.daysToCount(), this::count);
            end = walk(end, deadline.period() < 0 ? 0 : deadline.extension(), this::extend);
        }
        LocalDate due = deadline.waits(end) ? end : roll(end);
        // What waits is explained up to the first day on which the clock stands still for nobody knows how long.
        return deadline.waits(due)
                ? new DueDate(Due.NEVER, false, List.copyOf(days.values()))
                : new DueDate(due, deadline.provisional(end, due, calendar), List.copyOf(days.values()));
    }

    private LocalDate walk(LocalDate from, int howMany, Predicate<LocalDate> counts) {
        LocalDate day = from;
        for (int left = howMany; left > 0 && !deadline.waits(day); ) {
            day = day.plusDays(deadline.direction());
            if (counts.test(day)) {
                left--;
            }
        }
        return day;
    }

    /** The days up to an end that a suspension fixed: those of the period, and those that remained after the suspension. */
    private LocalDate remaining() {
        LocalDate plain = DueFast.plainEnd(deadline, calendar);
        LocalDate end = DueFast.end(deadline, calendar);
        LocalDate day = deadline.start();
        while (day.isBefore(end) && !deadline.waits(day)) {
            day = day.plusDays(1);
            if (!day.isAfter(plain)) {
                count(day);
            } else if (deadline.suspended(day)) {
                put(day, false, CountedDay.Why.SUSPENDED);
            } else {
                put(day, true, CountedDay.Why.AFTER_DEFERRAL);
            }
        }
        return day;
    }

    private boolean extend(LocalDate date) {
        boolean counts = !deadline.suspended(date);
        put(date, counts, counts ? CountedDay.Why.EXTENDED : CountedDay.Why.SUSPENDED);
        return counts;
    }

    private boolean count(LocalDate date) {
        if (deadline.suspended(date)) {
            put(date, false, CountedDay.Why.SUSPENDED);
            return false;
        }
        DayKind kind = calendar.kind(date);
        if (deadline.unit() != PeriodUnit.WORKDAY) {
            put(date, true, CountedDay.Why.COUNTED);
        } else if (kind.works()) {
            boolean adjusted = kind == DayKind.ADJUSTED_WORKDAY;
            put(date, true, adjusted ? CountedDay.Why.ADJUSTED_WORKDAY : CountedDay.Why.COUNTED);
        } else {
            put(date, false, passed(date));
            return false;
        }
        return true;
    }

    private LocalDate roll(LocalDate end) {
        LocalDate due = end;
        while (!mayEnd(due)) {
            if (deadline.waits(due)) {
                return due;
            }
            due = due.plusDays(deadline.rollOver() == RollOver.NEXT ? 1 : -1);
            if (!days.containsKey(due)) {
                put(due, false, passed(due));
            }
        }
        if (!due.equals(end)) {
            CountedDay day = days.get(due);
            put(due, day != null && day.counted(), CountedDay.Why.ROLLED);
        }
        return due;
    }

    private boolean mayEnd(LocalDate date) {
        return switch (deadline.rollOver()) {
            case NONE -> true;
            case NEXT -> calendar.works(date) && !deadline.suspended(date);
            case PREVIOUS -> calendar.works(date);
        };
    }

    private CountedDay.Why passed(LocalDate date) {
        if (deadline.suspended(date)) {
            return CountedDay.Why.SUSPENDED;
        }
        return calendar.kind(date) == DayKind.HOLIDAY ? CountedDay.Why.HOLIDAY : CountedDay.Why.REST_DAY;
    }

    private void put(LocalDate date, boolean counted, CountedDay.Why why) {
        days.put(date, new CountedDay(date, counted, why, calendar.name(date)));
    }
}
