package org.zhixing.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaServerTest {
    @TempDir
    Path home;

    private final Console console = new Console();

    @Test
    void stopsTheLastStartedFirstAndLeavesNoProcess() throws Exception {
        Stack stack = new Stack(console);
        Part first = stack.start(() -> server("First", "sleep").start());
        Part second = stack.start(() -> server("Second", "sleep").start());
        try {
            long began = System.nanoTime();
            stack.stopAll();
            assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 20, "both listen to SIGTERM");
            assertFalse(first.isAlive());
            assertFalse(second.isAlive());
            assertFalse(Files.exists(home.resolve("first.pid")));
            assertThrows(IllegalStateException.class, () -> stack.start(() -> first), "nothing starts after the stop");
        } finally {
            first.process().destroyForcibly();
            second.process().destroyForcibly();
        }
    }

    @Test
    void tellsWhichPartDiedAndShowsItsLog() throws Exception {
        Stack stack = new Stack(console);
        Part lasting = stack.start(() -> server("Lasting", "sleep").start());
        try {
            Part failing = stack.start(() -> server("Failing", "fail").start());
            assertEquals(failing, stack.awaitFirstDeath());
            assertEquals("the reason", Files.readString(failing.log()).trim());
            PartDied died =
                    assertThrows(PartDied.class, () -> Readiness.await(failing, "http://localhost:1/", console));
            assertTrue(died.getMessage().contains("Failing stopped while it was starting"), died.getMessage());
        } finally {
            stack.stopAll();
            lasting.process().destroyForcibly();
        }
    }

    @RepeatedTest(value = 50, name = "{currentRepetition}: a child on its way from setsid to java is known, too")
    void endsWhatAKilledLauncherLeftBehind() throws Exception {
        Part orphan = server("Orphan", "sleep").start();
        try {
            Part next = server("Orphan", "sleep").start();
            assertFalse(orphan.isAlive());
            assertTrue(next.isAlive());
            next.stop().run();
            assertFalse(next.isAlive());
        } finally {
            orphan.process().destroyForcibly();
        }
    }

    @Test
    void leavesAStrangerWithARecordedPidAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.resolve("orphan.pid"), Long.toString(stranger.pid()));
            server("Orphan", "sleep").stopOrphan();
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroy();
        }
    }

    private JavaServer server(String name, String what) {
        Settings settings = Settings.from(home, Map.of("ZHIXING_HOME", home.toString()));
        String mark = "-Dtest.home=" + home;
        return new JavaServer(
                name,
                settings,
                mark,
                List.of(mark, "-cp", System.getProperty("java.class.path"), Child.class.getName(), what),
                Map.of());
    }

    /** A server that does nothing, or ends at once with a reason. */
    static final class Child {
        public static void main(String[] args) throws InterruptedException, IOException {
            if (args[0].equals("fail")) {
                System.err.println("the reason");
                System.exit(3);
            }
            Thread.sleep(Duration.ofMinutes(2).toMillis());
        }
    }
}
