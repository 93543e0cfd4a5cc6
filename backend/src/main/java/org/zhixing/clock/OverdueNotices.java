package org.zhixing.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhixing.audit.Audit;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.store.SweepRows;
import org.zhixing.clock.store.SweepRows.Place;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.Database;
import org.zhixing.platform.EachCourt;
import org.zhixing.platform.ZhixingConfig;

/**
 * Gives the overdue notices that are owed up to a court date: exactly one a node and working day, however many instances
 * sweep and however long none did. The cost follows what is owed, not how many nodes there are.
 */
@ApplicationScoped
public class OverdueNotices {
    private static final Logger LOG = Logger.getLogger(OverdueNotices.class);

    private final SweepRows rows;
    private final Nodes nodes;
    private final Outbox outbox;
    private final Audit audit;
    private final Database database;
    private final int batch;
    private final Counter given;
    private final Counter failures;
    private final Timer took;

    OverdueNotices(
            SweepRows rows,
            Nodes nodes,
            Outbox outbox,
            Audit audit,
            Database database,
            ZhixingConfig config,
            MeterRegistry metrics) {
        this.rows = rows;
        this.nodes = nodes;
        this.outbox = outbox;
        this.audit = audit;
        this.database = database;
        this.batch = config.sweep().batch();
        this.given = metrics.counter("zhixing.sweep.notices");
        this.failures = metrics.counter("zhixing.sweep.failures");
        this.took = metrics.timer("zhixing.sweep");
    }

    /** One transaction's work: how many notices, whether there may be more to do, and from where on. */
    private record Batch(int notices, boolean more, Place last) {}

    /** Sweeps every court; one court's failure is logged and counted, and does not keep the others waiting. */
    public Uni<Integer> sweep(LocalDate today) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample began = Timer.start();
            return everyCourt(today).invoke(() -> began.stop(took));
        });
    }

    private Uni<Integer> everyCourt(LocalDate today) {
        return EachCourt.sum(rows.courts(database.reading()), court -> court(court, today), this::failed);
    }

    private int failed(String which, Throwable e) {
        failures.increment();
        LOG.errorf(e, "The overdue sweep %s failed; the next tick goes on", which);
        return 0;
    }

    private Uni<Integer> court(int courtId, LocalDate today) {
        Place[] place = {Place.START};
        return nodes.rulebook(database.reading(), courtId).chain(rulebook -> Multi.createBy()
                .repeating()
                .uni(() -> database.inTransaction(tx -> batch(tx, courtId, rulebook, today, place[0]))
                        .invoke(done -> {
                            place[0] = done.last();
                            given.increment(done.notices());
                        }))
                .whilst(Batch::more)
                .collect()
                .with(Collectors.summingInt(Batch::notices)));
    }

    private Uni<Batch> batch(SqlConnection tx, int courtId, Nodes.Rulebook rulebook, LocalDate today, Place after) {
        return rows.claim(tx, courtId, today, after, batch).chain(claimed -> {
            if (claimed.isEmpty()) {
                return Uni.createFrom().item(new Batch(0, false, after));
            }
            Node last = claimed.get(claimed.size() - 1);
            return rows.lastDays(tx, claimed.stream().map(Node::id).toList())
                    .map(lastDays -> OwedNotices.of(claimed, lastDays, rulebook, today))
                    .chain(owed -> save(tx, courtId, owed)
                            .replaceWith(new Batch(
                                    owed.notices().size(),
                                    claimed.size() == batch || owed.owesMore(today),
                                    new Place(last.nextNoticeOn(), last.id()))));
        });
    }

    /** The audit row is last: the court's chain stays free for the other sweeps until then. */
    private Uni<Void> save(SqlConnection tx, int courtId, OwedNotices owed) {
        return rows.insert(tx, owed.notices())
                .chain(() -> outbox.put(tx, courtId, owed.events()))
                .chain(() -> rows.advance(tx, owed.advances()))
                .chain(() -> audit.write(tx, Audit.By.system(courtId), owed.firsts()));
    }
}
