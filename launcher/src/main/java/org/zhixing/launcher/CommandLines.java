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
    private static final List<String> NONE = List.of("");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(2);

    private CommandLines() {}

    /**
     * The living process, if one of its words is {@code mark}. A process has no words at all while it becomes another
     * program (setsid becomes java); those that follow are waited for, or we would take a child of ours for a stranger.
     */
    static Optional<ProcessHandle> find(long pid, String mark) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> words = wordsOf(pid);
        while (words.equals(NONE) && process.isPresent() && process.get().isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
            words = wordsOf(pid);
        }
        return words.contains(mark) ? process : Optional.empty();
    }

    /** Waits until a child just started bears its mark: before that it is still Java's own helper, on its way there. */
    static void await(ProcessHandle child, String mark) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wordsOf(child.pid()).contains(mark) && child.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    static List<String> wordsOf(long pid) throws IOException {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0"));
        } catch (NoSuchFileException ended) {
            return NONE;
        }
    }
}
