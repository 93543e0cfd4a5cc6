package org.zhixing.clock.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The State Council's arrangement of one year's holidays.
 *
 * @param published false while the year's notice is not out; its dates then are only provisional
 * @param holidays every day off of a statutory holiday with the holiday's name, weekend days within it included
 * @param workdays the weekend days on which work is made up, with the holiday they belong to
 */
public record CalendarYear(
        int year, boolean published, Map<LocalDate, String> holidays, Map<LocalDate, String> workdays) {

    /** @throws CalendarRefused if a day is of another year, is both, or is a workday anyway */
    public CalendarYear {
        holidays = Collections.unmodifiableMap(new TreeMap<>(holidays));
        workdays = Collections.unmodifiableMap(new TreeMap<>(workdays));
        for (LocalDate date : holidays.keySet()) {
            check(date.getYear() == year, CalendarRefused.Code.OTHER_YEAR, date);
        }
        for (LocalDate date : workdays.keySet()) {
            check(date.getYear() == year, CalendarRefused.Code.OTHER_YEAR, date);
            check(!holidays.containsKey(date), CalendarRefused.Code.HOLIDAY_AND_WORKDAY, date);
            check(weekend(date), CalendarRefused.Code.WORKDAY_NOT_WEEKEND, date);
        }
    }

    static boolean weekend(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static void check(boolean right, CalendarRefused.Code code, LocalDate date) {
        if (!right) {
            throw new CalendarRefused(code, 0, date.toString());
        }
    }
}
