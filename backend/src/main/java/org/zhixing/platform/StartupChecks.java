package org.zhixing.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A production server with another business date than the real one would miss every deadline; it does not start. */
@ApplicationScoped
public class StartupChecks {
    void check(@Observes @Priority(1) StartupEvent starting, ZhixingConfig config, CourtClock clock) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("demo");
        if (production && (config.today().isPresent() || config.todayFile().isPresent())) {
            throw new IllegalStateException(
                    "ZHIXING_TODAY and ZHIXING_TODAY_FILE are for demo and tests only; unset them to start in the production"
                            + " profile.");
        }
        // A file without a date is noticed now and not by the first request.
        clock.today();
    }
}
