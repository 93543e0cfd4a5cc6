package org.zhixing.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A production server with a fixed business date would miss every deadline; it does not start. */
@ApplicationScoped
public class StartupChecks {
    void check(@Observes @Priority(1) StartupEvent starting, ZhixingConfig config) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("demo");
        if (production && config.today().isPresent()) {
            throw new IllegalStateException(
                    "ZHIXING_TODAY is for demo and tests only; unset it to start in the production profile.");
        }
    }
}
