package org.zhixing.launcher;

import java.util.List;

/** How much memory the API is started with, here and wherever it is measured. */
public final class ApiMemory {
    /**
     * What lives is some 40 MiB, and a long import needs more. Left alone, G1 takes hundreds of MiB that nothing asked
     * for, the more the slower and the larger the machine is: so it begins small, grows only for want of room, and keeps
     * the young few. Its regions are large, that a piece of a file goes with the young and does not lie about until the
     * next marking.
     */
    public static final List<String> OPTIONS = List.of(
            "-Xms128m",
            "-Xmx1g",
            "-XX:GCTimeRatio=1",
            "-XX:MaxNewSize=96m",
            "-XX:G1HeapRegionSize=4m",
            "-XX:+ExitOnOutOfMemoryError");

    private ApiMemory() {}
}
