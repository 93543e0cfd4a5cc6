package org.zhixing.clock.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.CountedDay;
import org.zhixing.clock.rules.DueDate;
import org.zhixing.clock.rules.Pauses;

/** A due date that explains itself day by day. */
@Schema(name = "Deadline")
public record DeadlineView(
        @Schema(
                description = "Court date; the period ends at 24:00 Asia/Shanghai of it. Null while nobody knows when a"
                        + " suspension ends: then the last day shown is the first of it",
                examples = "2022-11-21")
        @Nullable
        LocalDate due,

        @Schema(description = "True if a year without a published calendar had a say")
        boolean provisional,

        @Schema(description = "Every day from the start to the due date, in the calendar's order")
        List<Day> days) {

    /** One day on the way. */
    @Schema(name = "DeadlineDay")
    public record Day(
            LocalDate date,

            @Schema(description = "Whether it is one of the period's days")
            boolean counted,

            CountedDay.Why why,

            @Schema(description = "The holiday it belongs to, a day off or an adjusted working day", examples = "国庆节")
            @Nullable
            String name) {}

    static DeadlineView from(DueDate due) {
        return new DeadlineView(
                Pauses.known(due.due()),
                due.provisional(),
                due.days().stream()
                        .map(day -> new Day(day.date(), day.counted(), day.why(), day.name()))
                        .toList());
    }
}
