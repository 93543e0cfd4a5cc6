package org.zhixing.clock.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day on the way to a due date.
 *
 * @param counted whether the day is one of the period's days
 * @param name the holiday the day belongs to, be it a day off or an adjusted working day; null for other days
 */
public record CountedDay(
        LocalDate date, boolean counted, Why why, @Nullable String name) {

    /** Why a day was counted or not. */
    public enum Why {
        /** The day of the event, never counted (rule 1). */
        START,
        COUNTED,
        /** Counted as a working day though a weekend day (rule 4). */
        ADJUSTED_WORKDAY,
        /** A weekend day passed over. */
        REST_DAY,
        /** A holiday passed over. */
        HOLIDAY,
        /** Within a suspension (rule 5). */
        SUSPENDED,
        /** Counted as one of the days by which the period was extended (rule 6). */
        EXTENDED,
        /** Counted as one of the days that remain after a deferral (法发〔2017〕6号第10条). */
        AFTER_DEFERRAL,
        /** The working day to which a last day that is a rest day rolled (rule 3). */
        ROLLED
    }
}
