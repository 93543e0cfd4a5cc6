package org.zhixing.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Leaves the demo's people out of every database but a demo's. The locations named in the configuration are fixed when
 * the application is built, so that a profile chosen at start cannot add one: both are built in, and one is taken away.
 */
@Singleton
@FlywayDataSource("owner")
public class Migrations implements FlywayConfigurationCustomizer {
    private final ZhixingConfig config;

    Migrations(ZhixingConfig config) {
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        if (config.demo()) {
            // The demo's people have a high number of their own, so that every later migration comes before them.
            flyway.outOfOrder(true);
        } else {
            flyway.locations("db/migration");
        }
    }
}
