package org.zhixing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Tells a process of ours from a stranger that got the same pid later. */
final class CommandLines {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration STEP = Duration.ofMillis(2);

    private CommandLines() {}

    /**
     * The living process, if one of its words is {@code mark}. While a process becomes another program (setsid becomes
     * java) its words are none, or a torn piece of them; so a stranger is one only when it still is after a while, or we
     * would take a child of ours for one.
     */
    static Optional<ProcessHandle> find(long pid, String mark) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() && bears(process.get(), mark) ? process : Optional.empty();
    }

    private static boolean bears(ProcessHandle process, String mark) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wordsOf(process.pid()).contains(mark)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }

    static List<String> wordsOf(long pid) throws IOException {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0"));
        } catch (NoSuchFileException ended) {
            return List.of("");
        }
    }
}
