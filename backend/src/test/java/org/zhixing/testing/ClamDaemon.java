package org.zhixing.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/** The real clamd with one signature of our own. */
public final class ClamDaemon implements AutoCloseable {
    /** What that signature finds. */
    public static final String VIRUS = "ZHIXING-VIRUS-SIGNATURE-FOR-TESTS";

    public static final int MOST = 8 << 20;
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final Path folder;
    private final Process process;

    private ClamDaemon(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    public static ClamDaemon start() throws IOException {
        Path folder = Files.createTempDirectory("clamd-");
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        String virus = HexFormat.of().formatHex(VIRUS.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("test.ndb"), "Zhixing.Test:0:*:" + virus + "\n");
        Path settings = folder.resolve("clamd.conf");
        Files.writeString(
                settings,
                "Foreground yes\nLocalSocket %s\nDatabaseDirectory %s\nStreamMaxLength %d\n"
                        .formatted(folder.resolve("socket"), signatures, MOST));
        Process process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        ClamDaemon daemon = new ClamDaemon(folder, process);
        Patience.until(Duration.ofSeconds(30), "clamd listens", () -> Files.exists(folder.resolve("socket")));
        return daemon;
    }

    public String address() {
        return "unix:" + folder.resolve("socket");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        Folders.delete(folder);
    }
}
