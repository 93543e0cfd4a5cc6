package org.zhixing.flow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.platform.Database;
import org.zhixing.platform.Turns;
import org.zhixing.platform.ZhixingConfig;

/** Works on statements that wait, as {@link ImportWorker} does on registers and by the same settings. */
@ApplicationScoped
public class StatementWorker {
    private static final Logger LOG = Logger.getLogger(StatementWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Statements statements;
    private final Database database;
    private final CheckStatement check;
    private final CommitStatement commit;
    private final ZhixingConfig.Register config;
    private final Turns turns = new Turns(this::turn);
    private volatile boolean stopping;

    StatementWorker(
            Statements statements,
            Database database,
            CheckStatement check,
            CommitStatement commit,
            ZhixingConfig config) {
        this.statements = statements;
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

    /** Begins without waiting for the next tick. */
    public void wake() {
        if (!config.every().equals("off")) {
            turns.wake();
        }
    }

    /** Works until nothing waits any more; blocks. */
    public void work() {
        turns.take();
    }

    private void turn() {
        try {
            Optional<Statements.Work> next = claim();
            while (next.isPresent() && !stopping) {
                run(next.get());
                next = claim();
            }
            next.ifPresent(unwanted -> release(unwanted, Duration.ZERO));
        } catch (RuntimeException unreachable) {
            LOG.error("No statement could be taken", unreachable);
        }
    }

    private Optional<Statements.Work> claim() {
        return stopping ? Optional.empty() : statements.claim().await().atMost(CheckRegister.BATCH_AT_MOST);
    }

    /** One statement, as far as it goes. */
    private void run(Statements.Work work) {
        int attempts = work.claim().attempts();
        try {
            if (attempts > config.tries()) {
                fail(work, Fault.of(FaultCode.FILE_NOT_FINISHED));
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
        } catch (Statements.LeaseLost lost) {
            LOG.warnf(
                    "Statement %s was taken over by another instance",
                    work.run().id());
        } catch (RefusedStatement refused) {
            fail(work, refused.fault());
        } catch (IOException | RuntimeException failed) {
            LOG.errorf(failed, "Statement %s failed, attempt %d", work.run().id(), attempts);
            release(work, PAUSE.multipliedBy(attempts));
        }
    }

    private void fail(Statements.Work work, Fault why) {
        LOG.warnf("Statement %s failed: %s", work.run().id(), why);
        database.inTransaction(
                        tx -> statements.hold(tx, work).chain(current -> statements.save(tx, current.failed(why))))
                .await()
                .atMost(CheckRegister.BATCH_AT_MOST);
    }

    private void release(Statements.Work work, Duration pause) {
        statements.release(work, pause).await().atMost(CheckRegister.BATCH_AT_MOST);
    }
}
