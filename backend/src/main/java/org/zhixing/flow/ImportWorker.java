package org.zhixing.flow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RefusedFile;
import org.zhixing.platform.Database;
import org.zhixing.platform.Turns;
import org.zhixing.platform.ZhixingConfig;

/**
 * Works on imports that wait, one at a time in each instance. An import is an instance's own by a lease that every batch
 * renews; an instance that dies loses it, and another goes on from the last batch. What fails is tried again after a
 * pause and given up after a few attempts without a step forward.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Imports imports;
    private final Database database;
    private final CheckRegister check;
    private final CommitRegister commit;
    private final ZhixingConfig.Register config;
    private final Turns turns = new Turns(this::turn);
    private volatile boolean stopping;

    ImportWorker(Imports imports, Database database, CheckRegister check, CommitRegister commit, ZhixingConfig config) {
        this.imports = imports;
        this.database = database;
        this.check = check;
        this.commit = commit;
        this.config = config.imports();
    }

    @Scheduled(every = "{zhixing.import.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        work();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Begins without waiting for the next tick, so that people see their rows at once. */
    public void wake() {
        if (!config.every().equals("off")) {
            turns.wake();
        }
    }

    /** Works until nothing waits any more; blocks. A second caller meanwhile makes the first look once more. */
    public void work() {
        turns.take();
    }

    private void turn() {
        try {
            drain();
        } catch (RuntimeException unreachable) {
            LOG.error("No import could be taken", unreachable);
        }
    }

    private void drain() {
        Optional<Imports.Work> next = claim();
        while (next.isPresent() && !stopping) {
            run(next.get());
            next = claim();
        }
        next.ifPresent(unwanted -> release(unwanted, Duration.ZERO));
    }

    private Optional<Imports.Work> claim() {
        return stopping ? Optional.empty() : imports.claim().await().atMost(CheckRegister.BATCH_AT_MOST);
    }

    /** One import, as far as it goes. */
    void run(Imports.Work work) {
        try {
            if (work.attempts() > config.tries()) {
                fail(work, Reason.of(ReasonCode.FILE_NOT_FINISHED));
                return;
            }
            switch (work.run().status()) {
                case CHECKING -> check.run(work, () -> stopping);
                case COMMITTING -> commit.run(work, () -> stopping);
                default -> {}
            }
            if (stopping) {
                release(work, Duration.ZERO);
            }
        } catch (Imports.LeaseLost lost) {
            LOG.warnf("Import %s was taken over by another instance", work.run().id());
        } catch (RefusedFile refused) {
            fail(work, refused.reason());
        } catch (IOException | RuntimeException failed) {
            LOG.errorf(failed, "Import %s failed, attempt %d", work.run().id(), work.attempts());
            release(work, PAUSE.multipliedBy(work.attempts()));
        }
    }

    private void fail(Imports.Work work, Reason why) {
        LOG.warnf("Import %s failed: %s", work.run().id(), why);
        database.inTransaction(tx -> imports.hold(tx, work).chain(current -> imports.save(tx, current.failed(why))))
                .await()
                .atMost(CheckRegister.BATCH_AT_MOST);
    }

    private void release(Imports.Work work, Duration pause) {
        imports.release(work, pause).await().atMost(CheckRegister.BATCH_AT_MOST);
    }
}
