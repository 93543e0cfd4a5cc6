package org.zhixing.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Zhixing's own settings; docs/operations.md names the environment variable of each. */
@ConfigMapping(prefix = "zhixing")
public interface ZhixingConfig {
    /** The fixed business date of a demo or a test; refused in the production profile. */
    Optional<LocalDate> today();

    /** A file that holds the business date of a demo or a test and may be rewritten; refused in the production profile. */
    Optional<Path> todayFile();

    /** True where demo people exist and the screens may say so. */
    boolean demo();

    Sweep sweep();

    Outbox outbox();

    @WithName("import")
    Register imports();

    Tally tally();

    /** The overdue sweep. */
    interface Sweep {
        String cron();

        /** Nodes noticed in one transaction. */
        @WithDefault("500")
        int batch();
    }

    /** The outbox worker. */
    interface Outbox {
        String every();

        /** Rows one worker takes at a time. */
        @WithDefault("500")
        int batch();

        /** Failed tries after which a row is dead and waits for a person. */
        @WithDefault("10")
        int tries();
    }

    /** The register import worker. */
    interface Register {
        /** How often an instance looks for imports that wait; "off": it does none. */
        String every();

        /** Rows checked or filed in one transaction. */
        @WithDefault("500")
        int batch();

        /** How long an import is an instance's own without a sign of life; then another one goes on with it. */
        @WithDefault("15S")
        Duration lease();

        /** Attempts without a step forward after which an import has failed. */
        @WithDefault("5")
        int tries();
    }

    /** The merging of the node board's numbers. */
    interface Tally {
        String every();
    }
}
