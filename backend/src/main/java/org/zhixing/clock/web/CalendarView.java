package org.zhixing.clock.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.CalendarYear;

/** A year's arrangement of holidays. */
@Schema(name = "Calendar")
public record CalendarView(
        int year,
        boolean published,

        @Schema(description = "Every day off of a statutory holiday, weekend days within it included")
        List<Day> holidays,

        @Schema(description = "Weekend days on which work is made up (调休上班)")
        List<Day> workdays) {

    /** A day and the holiday it belongs to. */
    @Schema(name = "CalendarDay")
    public record Day(
            @Schema(required = true, examples = "2022-10-01") @Nullable
            LocalDate date,

            @Schema(examples = "国庆节") @Nullable String name) {}

    /** A year without its days. */
    @Schema(name = "CalendarSummary")
    public record Summary(int year, boolean published) {}

    /** A year as it was published, and what that did to open nodes. */
    @Schema(name = "PublishedCalendar")
    public record Published(
            int year,
            boolean published,
            List<Day> holidays,
            List<Day> workdays,

            @Schema(description = "Open nodes whose due date moved")
            int moved,

            @Schema(description = "Open nodes whose provisional due date stayed and is certain now")
            int confirmed) {}

    static CalendarView from(CalendarYear year) {
        return new CalendarView(year.year(), year.published(), days(year.holidays()), days(year.workdays()));
    }

    private static List<Day> days(Map<LocalDate, String> days) {
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }
}
