package org.zhixing.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhixing.audit.rules.Leaf;
import org.zhixing.audit.rules.Seal;
import org.zhixing.audit.store.SealRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/**
 * Seals what has been committed, on every instance at every tick and once for all: whoever holds a court's last block
 * makes the next one. What a dead sealer had taken waits again. Costs what waits, not what is there.
 */
@ApplicationScoped
public class Sealing {
    /** Rows of one block at most. */
    static final int BLOCK = 1_000;

    private static final Logger LOG = Logger.getLogger(Sealing.class);

    private final SealRows rows;
    private final SealKeyFile keys;
    private final Database database;
    private final CourtClock clock;
    private final Counter sealed;
    private final Counter failures;

    Sealing(SealRows rows, SealKeyFile keys, Database database, CourtClock clock, MeterRegistry metrics) {
        this.rows = rows;
        this.keys = keys;
        this.database = database;
        this.clock = clock;
        this.sealed = metrics.counter("zhixing.audit.sealed");
        this.failures = metrics.counter("zhixing.audit.seal.failures");
    }

    @Scheduled(
            identity = "audit-seal",
            every = "{zhixing.seal.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return seal().replaceWithVoid();
    }

    /** Seals all that waits and that no other sealer is at; answers how many rows. */
    public Uni<Integer> seal() {
        return rows.waiting(database.reading())
                .onItem()
                .transformToMulti(courts -> Multi.createFrom().iterable(courts))
                .onItem()
                .transformToUniAndConcatenate(this::court)
                .collect()
                .with(Collectors.summingInt(n -> n));
    }

    private Uni<Integer> court(int courtId) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.inTransaction(tx -> block(tx, courtId)))
                .whilst(taken -> taken == BLOCK)
                .collect()
                .with(Collectors.summingInt(n -> n))
                .onFailure()
                .recoverWithItem(failure -> {
                    failures.increment();
                    LOG.errorf(
                            failure, "The trail of court %d could not be sealed; the next tick tries again", courtId);
                    return 0;
                });
    }

    private Uni<Integer> block(SqlConnection tx, int courtId) {
        Instant now = clock.now();
        return rows.takeHead(tx, courtId)
                .chain(head -> head.isEmpty()
                        ? Uni.createFrom().item(0)
                        : rows.take(tx, courtId, BLOCK, now).chain(taken -> add(tx, courtId, head.get(), now, taken)));
    }

    private Uni<Integer> add(SqlConnection tx, int courtId, Seal.Head head, Instant now, List<Leaf> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Seal seal = Seal.of(courtId, head, now, taken, keys.keys().signer());
        return rows.add(tx, seal)
                .invoke(() -> {
                    sealed.increment(taken.size());
                    // A witness outside the database: whoever rewrites the blocks has not rewritten the log.
                    LOG.infof("Sealed court %d, block %d: %s", courtId, seal.number(), seal.hash());
                })
                .replaceWith(taken.size());
    }
}
