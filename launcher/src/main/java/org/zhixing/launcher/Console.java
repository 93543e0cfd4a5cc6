package org.zhixing.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the person at the terminal sees. */
final class Console {
    private static final int TAIL = 30;

    void say(String line) {
        System.out.println("zhixing: " + line);
        System.out.flush();
    }

    void complain(String line) {
        System.err.println("zhixing: " + line);
        System.err.flush();
    }

    /** The last lines of a dead part's log. */
    void tail(Path log) {
        try {
            // Not strict: a log may end in the middle of a character.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines.subList(Math.max(0, lines.size() - TAIL), lines.size())
                    .forEach(line -> System.err.println("  | " + line));
        } catch (IOException e) {
            complain(log + " cannot be read");
        }
    }
}
