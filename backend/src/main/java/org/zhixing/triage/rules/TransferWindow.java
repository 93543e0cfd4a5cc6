package org.zhixing.triage.rules;

import java.time.LocalDate;
import java.util.List;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.Deadline;

/** Until when a transfer may be asked. */
public final class TransferWindow {

    private TransferWindow() {}

    /** The last day, inclusive; counted like every period, so a rest day rolls on (民事诉讼法 art. 85). */
    public static LocalDate lastDay(TransferPolicy policy, LocalDate filedOn, CourtCalendar calendar) {
        return new Deadline(filedOn, policy.period(), policy.unit(), List.of(), policy.rollOver())
                .due(calendar)
                .on();
    }
}
