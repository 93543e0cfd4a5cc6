package org.zhixing.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL parent process of one data folder, found by the {@code postmaster.pid} it writes there. After a
 * kill -9 of the launcher it lives on as an orphan, and a second one on the same folder would wait a minute and fail.
 */
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path dataDir;

    Postmaster(Path dataDir) {
        this.dataDir = dataDir;
    }

    /** The living process, if the pid file names one that really is a postgres of this folder (pids are reused). */
    Optional<ProcessHandle> find() {
        Path pidFile = dataDir.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : living(Long.parseLong(lines.get(0).trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private Optional<ProcessHandle> living(long pid) throws IOException {
        boolean postgres = Path.of(CommandLines.wordsOf(pid).get(0)).endsWith("postgres");
        return postgres ? CommandLines.find(pid, dataDir.toString()) : Optional.empty();
    }

    /** Stops the process: sessions are cut and a checkpoint is written; by force when that takes over 30 s. */
    static void stop(ProcessHandle postmaster) {
        Signals.send(postmaster, "INT");
        if (!Signals.awaitEnd(postmaster, PATIENCE)) {
            Signals.send(postmaster, "QUIT");
            if (!Signals.awaitEnd(postmaster, PATIENCE)) {
                postmaster.destroyForcibly();
            }
        }
    }
}
