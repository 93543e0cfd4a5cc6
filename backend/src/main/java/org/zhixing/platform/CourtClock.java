package org.zhixing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The one place that reads the time. A court date is a day in Asia/Shanghai; an instant is a point in time.
 * With {@code ZHIXING_TODAY} set, the court date stands still (demo and tests only).
 */
@ApplicationScoped
public class CourtClock {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Clock clock = Clock.system(SHANGHAI);
    private final Optional<LocalDate> fixed;

    CourtClock(ZhixingConfig config) {
        this.fixed = config.today();
    }

    /** Today's court date in Asia/Shanghai, or the fixed business date. */
    public LocalDate today() {
        return fixed.orElseGet(() -> LocalDate.now(clock));
    }

    /** Now, to the microsecond (what PostgreSQL keeps). */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
