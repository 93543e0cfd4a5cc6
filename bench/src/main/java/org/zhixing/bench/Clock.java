package org.zhixing.bench;

import java.util.function.BooleanSupplier;

/** Seconds as they pass, and waiting. */
final class Clock {
    private final long began = System.nanoTime();

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        }
    }

    static void await(int atMostSeconds, String what, BooleanSupplier there) {
        Clock clock = new Clock();
        while (!there.getAsBoolean()) {
            if (clock.seconds() > atMostSeconds) {
                throw new CannotMeasure(what + " took more than " + atMostSeconds + " s");
            }
            sleep(50);
        }
    }
}
