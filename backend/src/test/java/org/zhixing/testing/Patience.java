package org.zhixing.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another process does, by looking again and again. */
public final class Patience {
    private static final long LOOK_MS = 20;

    private Patience() {}

    /** @throws AssertionError naming what was awaited in vain */
    public static void until(Duration atMost, String what, Callable<Boolean> seen) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!seen.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not after " + atMost.toSeconds() + " s: " + what);
                }
                Thread.sleep(LOOK_MS);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }
}
