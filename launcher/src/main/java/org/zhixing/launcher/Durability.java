package org.zhixing.launcher;

/** What a commit promises. */
public enum Durability {
    /** On disk when it returns: the demo's data, and honest benchmarks. */
    KEPT("on"),
    /** May lose its last moments when the power or the server is cut off, never half a commit: tests, several times faster. */
    DISPOSABLE("off");

    private final String fsync;

    Durability(String fsync) {
        this.fsync = fsync;
    }

    String fsync() {
        return fsync;
    }
}
