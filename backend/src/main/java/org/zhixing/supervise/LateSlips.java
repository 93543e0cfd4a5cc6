package org.zhixing.supervise;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhixing.audit.Audit;
import org.zhixing.clock.Nodes;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.Database;
import org.zhixing.platform.EachCourt;
import org.zhixing.platform.ZhixingConfig;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.store.LateSlipRows;

/**
 * Tells of slips that stay unanswered: exactly once a slip and working day, however many instances sweep and however
 * long none did, to the circles of the node's own escalation ladder.
 */
@ApplicationScoped
public class LateSlips {
    private static final Logger LOG = Logger.getLogger(LateSlips.class);

    private final LateSlipRows rows;
    private final Nodes nodes;
    private final Outbox outbox;
    private final Audit audit;
    private final Database database;
    private final int batch;
    private final Counter given;
    private final Counter failures;

    LateSlips(
            LateSlipRows rows,
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
        this.given = metrics.counter("zhixing.sweep.slip.notices");
        this.failures = metrics.counter("zhixing.sweep.failures");
    }

    /** Answers how many notices were given; one court's failure is logged and counted, and holds no other up. */
    public Uni<Integer> sweep(LocalDate today) {
        return EachCourt.sum(rows.courts(database.reading(), today), court -> court(court, today), this::failed);
    }

    private int failed(String which, Throwable e) {
        failures.increment();
        LOG.errorf(e, "The sweep of unanswered slips %s failed; the next tick goes on", which);
        return 0;
    }

    private Uni<Integer> court(int courtId, LocalDate today) {
        return nodes.rulebook(database.reading(), courtId).chain(rulebook -> Multi.createBy()
                .repeating()
                .uni(() -> database.inTransaction(tx -> batch(tx, courtId, rulebook, today)))
                .whilst(claimed -> claimed.more())
                .collect()
                .with(Collectors.summingInt(Batch::notices)));
    }

    /** One transaction's work. */
    private record Batch(int notices, boolean more) {}

    private Uni<Batch> batch(SqlConnection tx, int courtId, Nodes.Rulebook rulebook, LocalDate today) {
        return rows.claim(tx, courtId, today, batch).chain(claimed -> {
            if (claimed.isEmpty()) {
                return Uni.createFrom().item(new Batch(0, false));
            }
            return owed(tx, courtId, claimed, rulebook, today)
                    .call(owed -> save(tx, courtId, owed))
                    .invoke(owed -> given.increment(owed.notices().size()))
                    .map(owed -> new Batch(owed.notices().size(), claimed.size() == batch || owed.owesMore(today)));
        });
    }

    private Uni<OwedSlipNotices> owed(
            SqlConnection tx, int courtId, List<Slip> claimed, Nodes.Rulebook rulebook, LocalDate today) {
        return rows.lastDays(tx, claimed.stream().map(Slip::id).toList()).chain(lastDays -> nodes.byIds(
                        tx, courtId, claimed.stream().map(Slip::nodeId).toList())
                .map(about -> OwedSlipNotices.of(claimed, about, lastDays, rulebook, today)));
    }

    /** The audit row is last: the court's chain stays free for others until then. */
    private Uni<Void> save(SqlConnection tx, int courtId, OwedSlipNotices owed) {
        return rows.insert(tx, owed.notices())
                .chain(() -> outbox.put(tx, courtId, owed.events()))
                .chain(() -> rows.advance(tx, owed.advances()))
                .chain(() -> audit.write(tx, Audit.By.system(courtId), owed.firsts()));
    }
}
