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
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RefusedFile;
import org.zhixing.platform.Database;
import org.zhixing.platform.Leases;
import org.zhixing.platform.ZhixingConfig;

/** Works on imports that wait, of whatever kind. */
@ApplicationScoped
public class ImportWorker {
    private final LeasedLoop<Imports.Work> loop;

    ImportWorker(Imports imports, Database database, CheckImport check, CommitImport commit, ZhixingConfig config) {
        this.loop = new LeasedLoop<>(new Bench(imports, database, check, commit), config.imports());
    }

    private record Bench(Imports imports, Database database, CheckImport check, CommitImport commit)
            implements LeasedLoop.Bench<Imports.Work> {
        @Override
        public String name(Imports.Work work) {
            return "Import " + work.run().id();
        }

        @Override
        public Leases.Claim lease(Imports.Work work) {
            return work.claim();
        }

        @Override
        public Uni<Optional<Imports.Work>> claim() {
            return imports.claim();
        }

        @Override
        public Uni<?> release(Imports.Work work, Duration pause) {
            return imports.release(work, pause);
        }

        @Override
        public void run(Imports.Work work, BooleanSupplier stopping) throws IOException {
            switch (work.run().status()) {
                case CHECKING -> check.run(work, stopping);
                case COMMITTING -> commit.run(work, stopping);
                default -> {}
            }
        }

        @Override
        public Optional<Uni<?>> refused(Imports.Work work, RuntimeException why) {
            return why instanceof RefusedFile refused ? Optional.of(failed(work, refused.reason())) : Optional.empty();
        }

        @Override
        public Uni<?> givenUp(Imports.Work work) {
            return failed(work, Reason.of(ReasonCode.FILE_NOT_FINISHED));
        }

        private Uni<?> failed(Imports.Work work, Reason why) {
            return database.inTransaction(
                    tx -> imports.hold(tx, work).chain(current -> imports.save(tx, current.failed(why))));
        }
    }

    @Scheduled(every = "{zhixing.import.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        loop.work();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Begins without waiting for the next tick, so that people see their rows at once. */
    public void wake() {
        loop.wake();
    }

    /** Works until nothing waits any more; blocks. */
    public void work() {
        loop.work();
    }

    /** One import, as far as it goes. */
    void run(Imports.Work work) {
        loop.run(work);
    }
}
