package org.zhixing.launcher;

/** What a commit promises. */
public enum Durability {
    /** On disk when it returns: the demo's data, and honest benchmarks. */
    KEPT("on"),
    /** Lost in a power cut (not in a kill -9 of the server): tests, several times faster. */
    DISPOSABLE("off");

    private final String fsync;

    Durability(String fsync) {
        this.fsync = fsync;
    }

    String fsync() {
        return fsync;
    }
}
