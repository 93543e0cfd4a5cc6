package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

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
        LocalDate end = deadline.start();
        for (int left = deadline.daysToCount(); left > 0; ) {
            end = end.plusDays(deadline.direction());
            if (count(end)) {
                left--;
            }
        }
        LocalDate due = roll(end);
        return new DueDate(due, deadline.provisional(end, due, calendar), List.copyOf(days.values()));
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
