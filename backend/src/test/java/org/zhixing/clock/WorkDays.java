package org.zhixing.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The working days of the weeks around the National Day of 2022 as the State Council announced them, written down by
 * hand: a test that asked the application's calendar would find its mistakes right.
 */
final class WorkDays {
    static final List<LocalDate> ALL = Stream.of(
                    "2022-09-26",
                    "2022-09-27",
                    "2022-09-28",
                    "2022-09-29",
                    "2022-09-30",
                    // 1 to 7 October are off; the weekend after them works.
                    "2022-10-08",
                    "2022-10-09",
                    "2022-10-10",
                    "2022-10-11",
                    "2022-10-12",
                    "2022-10-13",
                    "2022-10-14",
                    "2022-10-17",
                    "2022-10-18",
                    "2022-10-19",
                    "2022-10-20",
                    "2022-10-21",
                    "2022-10-24")
            .map(LocalDate::parse)
            .toList();

    private WorkDays() {}

    /** After the one day, up to and including the other. */
    static List<LocalDate> between(LocalDate after, LocalDate until) {
        return ALL.stream()
                .filter(day -> day.isAfter(after) && !day.isAfter(until))
                .toList();
    }
}
