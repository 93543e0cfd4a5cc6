package org.zhixing.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.BackOff;
import org.zhixing.notice.rules.Waiting;
import org.zhixing.notice.store.OutboxRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/**
 * Takes a channel's waiting rows and delivers them: what is delivered and the mark that it was are one transaction, so a
 * worker that dies leaves the rows waiting. A batch that fails is tried row by row, so that a broken row stops no other.
 */
@ApplicationScoped
public class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final OutboxRows rows;
    private final Database database;
    private final MeterRegistry metrics;
    private final ZhixingConfig.Outbox config;

    Delivery(OutboxRows rows, Database database, MeterRegistry metrics, ZhixingConfig config) {
        this.rows = rows;
        this.database = database;
        this.metrics = metrics;
        this.config = config.outbox();
    }

    /** Delivers until nothing waits that is due and that no other worker holds. */
    Uni<Void> drain(Channel channel) {
        int size = Math.min(config.batch(), channel.atOnce());
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(channel, size))
                .whilst(taken -> taken == size)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch(Channel channel, int size) {
        List<Waiting> taken = new ArrayList<>();
        return database.inTransaction(tx -> rows.claim(tx, channel.name(), size).chain(claimed -> {
                    taken.addAll(claimed);
                    return send(tx, channel, claimed);
                }))
                .onFailure(e -> !taken.isEmpty())
                .recoverWithUni(e -> taken.size() == 1 ? failed(channel, taken.get(0), e) : oneByOne(channel, taken))
                .map(done -> taken.size());
    }

    private Uni<Void> send(SqlConnection tx, Channel channel, List<Waiting> claimed) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return channel.deliver(tx, claimed)
                .chain(() -> rows.done(tx, claimed.stream().map(Waiting::id).toList()))
                .invoke(n -> metrics.counter("zhixing.outbox.delivered", "channel", channel.name())
                        .increment(n))
                .replaceWithVoid();
    }

    private Uni<Void> oneByOne(Channel channel, List<Waiting> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(row -> database.inTransaction(
                                tx -> rows.claimOne(tx, row.id()).chain(still -> send(tx, channel, still)))
                        .onFailure()
                        .recoverWithUni(e -> failed(channel, row, e)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> failed(Channel channel, Waiting row, Throwable e) {
        int failures = row.attempts() + 1;
        @Nullable
        Duration wait = failures >= config.tries()
                ? null
                : BackOff.after(failures, ThreadLocalRandom.current().nextDouble());
        metrics.counter("zhixing.outbox.refused", "channel", channel.name(), "dead", String.valueOf(wait == null))
                .increment();
        LOG.warnf("Outbox row %d (%s, %s): try %d failed: %s", row.id(), channel.name(), row.topic(), failures, e);
        return rows.failed(database.reading(), row.id(), e.toString(), wait).replaceWithVoid();
    }
}
