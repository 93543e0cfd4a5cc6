package org.zhixing.launcher;

import java.nio.file.Path;

/**
 * A running server of the stack.
 *
 * @param name as people know it
 * @param log where to look when it dies
 * @param stop ends it and waits for the end
 */
record Part(String name, ProcessHandle process, Path log, Runnable stop) {
    boolean isAlive() {
        return process.isAlive();
    }
}
