package org.zhixing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real clamd, where it is installed. */
public class VirusScanResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable ClamDaemon daemon;

    @Override
    public Map<String, String> start() {
        if (!ClamDaemon.isInstalled()) {
            return Map.of();
        }
        try {
            daemon = ClamDaemon.start();
            return Map.of("zhixing.clamd.address", daemon.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }
}
