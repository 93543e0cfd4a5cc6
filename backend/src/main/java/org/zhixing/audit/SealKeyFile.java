package org.zhixing.audit;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhixing.audit.rules.SealKeys;
import org.zhixing.platform.ZhixingConfig;

/** The installation's audit keys, from {@code ZHIXING_AUDIT_KEY_FILE}. In production there is no start without. */
@ApplicationScoped
public class SealKeyFile {
    private final SealKeys keys;

    SealKeyFile(ZhixingConfig config) {
        keys = config.audit().keyFile().map(SealKeyFile::read).orElseGet(SealKeys::none);
    }

    void check(@Observes @Priority(1) StartupEvent starting) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("demo");
        if (production && keys.signer() == null) {
            throw new IllegalStateException("ZHIXING_AUDIT_KEY_FILE is not set: the audit trail could not be signed."
                    + " docs/operations.md says how the key is made.");
        }
    }

    public SealKeys keys() {
        return keys;
    }

    private static SealKeys read(Path file) {
        try {
            return SealKeys.parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("ZHIXING_AUDIT_KEY_FILE: " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ZHIXING_AUDIT_KEY_FILE: " + file + ": " + e.getMessage(), e);
        }
    }
}
