package org.zhixing.notice.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.rules.Waiting;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of the outbox: one per event and channel. */
@RegisterForReflection(
        targets = {Event.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class OutboxRows {
    private static final String INSERT = """
            insert into outbox (court_id, channel, topic, key, payload)
            select $1, 'INBOX', x.topic, x.key, x.payload::jsonb
            from unnest($2::text[], $3::text[], $4::text[]) as x (topic, key, payload)
            on conflict (channel, key) do nothing
            """;

    private static final String WAITING = "select id, court_id, topic, payload::text, attempts from outbox"
            + " where done_at is null and dead_at is null and next_try_at <= now()";

    private static final String FAILED = """
            update outbox set attempts = attempts + 1, last_error = left($2, 2000),
                next_try_at = now() + make_interval(secs => $3),
                dead_at = case when $4 then now() end
            where id = $1 and done_at is null and dead_at is null
            """;

    private final Json json;

    OutboxRows(Json json) {
        this.json = json;
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, List<Event> events) {
        Columns<Event> columns = new Columns<>(events);
        return Database.execute(
                tx, INSERT, courtId, columns.texts(Event::topic), columns.texts(Event::key), columns.texts(json::text));
    }

    /** Rows of the channel whose time has come, locked; those another worker holds are passed over. */
    public Uni<List<Waiting>> claim(SqlConnection tx, String channel, int limit) {
        return Database.list(
                tx,
                WAITING + " and channel = $1 order by next_try_at, id limit $2 for update skip locked",
                OutboxRows::waiting,
                channel,
                limit);
    }

    /** The row, locked, if it still waits and nobody else holds it. */
    public Uni<List<Waiting>> claimOne(SqlConnection tx, long id) {
        return Database.list(tx, WAITING + " and id = $1 for update skip locked", OutboxRows::waiting, id);
    }

    public Uni<Integer> done(SqlConnection tx, List<Long> ids) {
        return Database.execute(
                tx,
                "update outbox set done_at = now(), attempts = attempts + 1, last_error = null where id = any ($1)",
                (Object) ids.toArray(Long[]::new));
    }

    /** Keeps the error and waits; without a wait the row is dead, until a person looks at it. */
    public Uni<Integer> failed(SqlClient client, long id, String error, @Nullable Duration wait) {
        double seconds = wait == null ? 0 : wait.toSeconds();
        return Database.execute(client, FAILED, id, error, seconds, wait == null);
    }

    private static Waiting waiting(Row row) {
        return new Waiting(row.getLong(0), row.getInteger(1), row.getString(2), row.getString(3), row.getInteger(4));
    }
}
