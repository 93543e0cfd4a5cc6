package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.zhixing.platform.Leases;
import org.zhixing.platform.Turns;
import org.zhixing.platform.ZhixingConfig;

/**
 * Works on what waits, one at a time in each instance. A piece of work is an instance's own by a lease that every batch
 * renews; an instance that dies loses it, and another goes on from the last batch. What fails is tried again after a
 * pause and given up after a few attempts without a step forward.
 */
final class LeasedLoop<W> {
    private static final Logger LOG = Logger.getLogger(LeasedLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Far above what a batch takes; a database that hangs must not hold the worker for good. */
    static final Duration BATCH_AT_MOST = Duration.ofMinutes(2);

    /** What there is to work on. */
    interface Bench<W> {
        /** In a log line: {@code Import 0190…}. */
        String name(W work);

        /** The lease under which it is ours. */
        Leases.Claim lease(W work);

        Uni<Optional<W>> claim();

        Uni<?> release(W work, Duration pause);

        /** As far as it goes. */
        void run(W work, BooleanSupplier stopping) throws IOException;

        /** What to write where the work itself is at fault; empty where it is worth another attempt. */
        Optional<Uni<?>> refused(W work, RuntimeException why);

        /** Written once there were too many attempts. */
        Uni<?> givenUp(W work);
    }

    private final Bench<W> bench;
    private final ZhixingConfig.Register config;
    private final Turns turns = new Turns(this::turn);
    private volatile boolean stopping;

    LeasedLoop(Bench<W> bench, ZhixingConfig.Register config) {
        this.bench = bench;
        this.config = config;
    }

    void stop() {
        stopping = true;
    }

    /** Begins without waiting for the next tick, so that people see their rows at once. */
    void wake() {
        if (!config.every().equals("off")) {
            turns.wake();
        }
    }

    /** Works until nothing waits any more; blocks. A second caller meanwhile makes the first look once more. */
    void work() {
        turns.take();
    }

    private void turn() {
        try {
            Optional<W> next = claim();
            while (next.isPresent() && !stopping) {
                run(next.get());
                next = claim();
            }
            next.ifPresent(unwanted -> wait(bench.release(unwanted, Duration.ZERO)));
        } catch (RuntimeException unreachable) {
            LOG.error("No work could be taken", unreachable);
        }
    }

    private Optional<W> claim() {
        return stopping ? Optional.empty() : bench.claim().await().atMost(BATCH_AT_MOST);
    }

    /** One piece, as far as it goes. */
    void run(W work) {
        Leases.Claim lease = bench.lease(work);
        UUID id = lease.id();
        try {
            if (lease.attempts() > config.tries()) {
                LOG.warnf("%s is given up after %d attempts", bench.name(work), lease.attempts() - 1);
                wait(bench.givenUp(work));
                return;
            }
            bench.run(work, () -> stopping);
            if (stopping) {
                wait(bench.release(work, Duration.ZERO));
            }
        } catch (Leases.Lost lost) {
            LOG.warnf("%s was taken over by another instance", bench.name(work));
        } catch (IOException failed) {
            again(work, lease, failed);
        } catch (RuntimeException failed) {
            Optional<Uni<?>> refused = bench.refused(work, failed);
            if (refused.isPresent()) {
                LOG.warnf("%s (%s) failed: %s", bench.name(work), id, failed);
                wait(refused.get());
            } else {
                again(work, lease, failed);
            }
        }
    }

    private void again(W work, Leases.Claim lease, Exception failed) {
        LOG.errorf(failed, "%s failed, attempt %d", bench.name(work), lease.attempts());
        wait(bench.release(work, PAUSE.multipliedBy(lease.attempts())));
    }

    private static void wait(Uni<?> write) {
        write.await().atMost(BATCH_AT_MOST);
    }
}
