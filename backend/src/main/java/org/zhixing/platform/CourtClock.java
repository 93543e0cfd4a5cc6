package org.zhixing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place that reads the time. A court date is a day in Asia/Shanghai; an instant is a point in time.
 * In a demo or a test the court date may stand still ({@code ZHIXING_TODAY}) or be the one of a file
 * ({@code ZHIXING_TODAY_FILE}); instants are always real.
 */
@ApplicationScoped
public class CourtClock {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Clock clock = Clock.system(SHANGHAI);
    private final Supplier<LocalDate> day;

    CourtClock(ZhixingConfig config) {
        Optional<Supplier<LocalDate>> file =
                config.todayFile().map(TodayFile::new).map(read -> read::today);
        Optional<Supplier<LocalDate>> fixed = config.today().map(date -> () -> date);
        this.day = file.or(() -> fixed).orElse(() -> LocalDate.now(clock));
    }

    /** Today's court date in Asia/Shanghai, or the business date of a demo or a test. */
    public LocalDate today() {
        return day.get();
    }

    /** Now, to the microsecond (what PostgreSQL keeps). */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
