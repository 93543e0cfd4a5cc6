package org.zhixing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells a process of ours from a stranger that got the same pid later. */
final class CommandLines {
    private CommandLines() {}

    /** The living process, if one of its words is {@code mark}. */
    static Optional<ProcessHandle> find(long pid, String mark) throws IOException {
        return wordsOf(pid).contains(mark) ? ProcessHandle.of(pid) : Optional.empty();
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
