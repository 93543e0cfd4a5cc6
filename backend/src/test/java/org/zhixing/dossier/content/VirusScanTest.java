package org.zhixing.dossier.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.testing.ClamDaemon;

/** The real clamd says what it finds; silence is not "clean". */
class VirusScanTest {
    private static ClamDaemon daemon;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(ClamDaemon.isInstalled(), "clamd is not installed, so that no file can be shown to it.");
        daemon = ClamDaemon.start();
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void findsWhatIsThereAndNothingElse() throws IOException {
        assertThat(check("约谈笔录")).isEmpty();
        assertThat(check("x".repeat(200_000) + ClamDaemon.VIRUS + "y".repeat(100_000)))
                .contains(Finding.of("file-virus", "note.txt", "Zhixing.Test.UNOFFICIAL"));
        assertThat(check("x".repeat(ClamDaemon.MOST + 100_000))).contains(Finding.of("file-unscanned", "note.txt"));
    }

    @Test
    void failsWhereNobodyAnswers() throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "note");
        assertThatThrownBy(() ->
                        new VirusScan("unix:" + folder.resolve("none"), Duration.ofSeconds(5)).check(file, "note.txt"))
                .isInstanceOf(IOException.class);
        try (ServerSocket deaf = new ServerSocket(0)) {
            VirusScan scan = new VirusScan("127.0.0.1:" + deaf.getLocalPort(), Duration.ofMillis(300));
            assertThatThrownBy(() -> scan.check(file, "note.txt")).isInstanceOf(IOException.class);
        }
    }

    private Optional<Finding> check(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), content);
        return new VirusScan(daemon.address(), Duration.ofSeconds(20)).check(file, "note.txt");
    }
}
