package org.zhixing.flow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.platform.Database;
import org.zhixing.platform.Leases;
import org.zhixing.platform.ZhixingConfig;

/** Works on statements that wait, by the same settings as other imports. */
@ApplicationScoped
public class StatementWorker {
    private final LeasedLoop<Statements.Work> loop;

    StatementWorker(
            Statements statements,
            Database database,
            CheckStatement check,
            CommitStatement commit,
            ZhixingConfig config) {
        this.loop = new LeasedLoop<>(new Bench(statements, database, check, commit), config.imports());
    }

    private record Bench(Statements statements, Database database, CheckStatement check, CommitStatement commit)
            implements LeasedLoop.Bench<Statements.Work> {
        @Override
        public String name(Statements.Work work) {
            return "Statement " + work.run().id();
        }

        @Override
        public Leases.Claim lease(Statements.Work work) {
            return work.claim();
        }

        @Override
        public Uni<Optional<Statements.Work>> claim() {
            return statements.claim();
        }

        @Override
        public Uni<?> release(Statements.Work work, Duration pause) {
            return statements.release(work, pause);
        }

        @Override
        public void run(Statements.Work work, BooleanSupplier stopping) throws IOException {
            switch (work.run().status()) {
                case CHECKING -> check.run(work, stopping);
                case COMMITTING -> commit.run(work, stopping);
                default -> {}
            }
        }

        @Override
        public Optional<Uni<?>> refused(Statements.Work work, RuntimeException why) {
            return why instanceof RefusedStatement refused
                    ? Optional.of(failed(work, refused.fault()))
                    : Optional.empty();
        }

        @Override
        public Uni<?> givenUp(Statements.Work work) {
            return failed(work, Fault.of(FaultCode.FILE_NOT_FINISHED));
        }

        private Uni<?> failed(Statements.Work work, Fault why) {
            return database.inTransaction(
                    tx -> statements.hold(tx, work).chain(current -> statements.save(tx, current.failed(why))));
        }
    }

    @Scheduled(every = "{zhixing.import.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        loop.work();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Begins without waiting for the next tick. */
    public void wake() {
        loop.wake();
    }

    /** Works until nothing waits any more; blocks. */
    public void work() {
        loop.work();
    }
}
