package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is told on which day of lateness: one notice a working day, to a circle that widens and never narrows. */
public final class Escalation {

    private Escalation() {}

    /** The working day of lateness that {@code day} is: 1 on the first working day after the due date, 0 before it. */
    public static int dayOfLateness(LocalDate dueOn, LocalDate day, CourtCalendar calendar) {
        return calendar.workdaysBetween(dueOn, day);
    }

    /** Everybody told on that working day of lateness. */
    public static Set<NoticeTarget> audience(List<EscalationStep> ladder, int dayOfLateness) {
        Set<NoticeTarget> audience = EnumSet.noneOf(NoticeTarget.class);
        for (EscalationStep step : ladder) {
            if (step.fromDay() <= dayOfLateness) {
                audience.addAll(step.to());
            }
        }
        return audience;
    }
}
