package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.zhixing.notice.WorkingDays;

/** The court's calendar, for whoever is quiet on rest days. */
@ApplicationScoped
class CourtWorkingDays implements WorkingDays {
    private final SeenCalendar calendars;

    CourtWorkingDays(SeenCalendar calendars) {
        this.calendars = calendars;
    }

    @Override
    public Uni<Boolean> works(int courtId, LocalDate day) {
        return calendars.of(courtId).map(calendar -> calendar.works(day));
    }
}
