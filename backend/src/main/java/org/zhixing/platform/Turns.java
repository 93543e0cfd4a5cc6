package org.zhixing.platform;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Background work of one kind, one turn at a time in each instance, on a thread that may block. Whoever asks for a turn
 * meanwhile makes the one at work look once more.
 */
public final class Turns {
    private final Runnable turn;
    private final AtomicInteger wanted = new AtomicInteger();

    /** @param turn works until nothing waits any more; what it throws is the caller's */
    public Turns(Runnable turn) {
        this.turn = turn;
    }

    /** Begins without waiting for the next tick, so that people see their rows at once. */
    public void wake() {
        Infrastructure.getDefaultWorkerPool().execute(this::take);
    }

    /** Blocks until nothing waits any more, or another thread has promised to look again. */
    public void take() {
        if (wanted.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = wanted.get();
            turn.run();
        } while (wanted.addAndGet(-seen) > 0);
    }
}
