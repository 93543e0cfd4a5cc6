package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How far ahead the court looks. */
public final class Horizon {

    /** Working days that boards and forecasts show. */
    public static final int WORKDAYS = 14;

    private Horizon() {}

    /** Every day from today to the fourteenth working day, today included where the court works. */
    public static List<LocalDate> days(LocalDate today, CourtCalendar calendar) {
        List<LocalDate> days = new ArrayList<>();
        int left = WORKDAYS;
        for (LocalDate day = today; left > 0; day = day.plusDays(1)) {
            days.add(day);
            if (calendar.works(day)) {
                left--;
            }
        }
        return List.copyOf(days);
    }
}
