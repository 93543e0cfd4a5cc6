package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which days the court works. Years that are not there or not published know weekends and the holidays of a fixed date
 * only (§3.1 rule 7).
 */
public final class CourtCalendar {

    private final Map<Integer, CalendarYear> published = new HashMap<>();

    private CourtCalendar(Map<Integer, CalendarYear> years) {
        years.values().stream().filter(CalendarYear::published).forEach(year -> published.put(year.year(), year));
    }

    public static CourtCalendar of(Map<Integer, CalendarYear> years) {
        return new CourtCalendar(years);
    }

    public boolean published(int year) {
        return published.containsKey(year);
    }

    /** True if every year from the earlier to the later of the two dates is published. */
    public boolean published(LocalDate one, LocalDate other) {
        int last = Math.max(one.getYear(), other.getYear());
        for (int year = Math.min(one.getYear(), other.getYear()); year <= last; year++) {
            if (!published(year)) {
                return false;
            }
        }
        return true;
    }

    public DayKind kind(LocalDate date) {
        CalendarYear year = published.get(date.getYear());
        if (year == null ? FixedHolidays.name(date) != null : year.holidays().containsKey(date)) {
            return DayKind.HOLIDAY;
        }
        if (!CalendarYear.weekend(date)) {
            return DayKind.WORKDAY;
        }
        return year != null && year.workdays().containsKey(date) ? DayKind.ADJUSTED_WORKDAY : DayKind.WEEKEND;
    }

    public boolean works(LocalDate date) {
        return kind(date).works();
    }

    /** The holiday a day off or an adjusted working day belongs to; null for every other day. */
    public @Nullable String name(LocalDate date) {
        CalendarYear year = published.get(date.getYear());
        if (year == null) {
            return FixedHolidays.name(date);
        }
        String holiday = year.holidays().get(date);
        return holiday != null ? holiday : year.workdays().get(date);
    }

    /** The date itself if it is a working day, else the first one after it. */
    public LocalDate workdayFrom(LocalDate date) {
        LocalDate day = date;
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself if it is a working day, else the last one before it. */
    public LocalDate workdayUpTo(LocalDate date) {
        LocalDate day = date;
        while (!works(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    public LocalDate workdayAfter(LocalDate date) {
        return workdayFrom(date.plusDays(1));
    }

    /** Working days after {@code from} up to and including {@code to}; 0 if {@code to} is not later. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (works(day)) {
                count++;
            }
        }
        return count;
    }
}
