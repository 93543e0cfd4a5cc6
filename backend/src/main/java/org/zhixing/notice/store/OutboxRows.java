package org.zhixing.notice.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;

/** Rows of the outbox: one per event and channel. */
@ApplicationScoped
public class OutboxRows {
    private static final String INSERT = """
            insert into outbox (court_id, channel, topic, key, payload)
            select $1, 'INBOX', x.topic, x.key, x.payload
            from json_to_recordset($2::text::json) as x (topic text, key text, payload jsonb)
            on conflict (channel, key) do nothing
            """;

    private final Json json;

    OutboxRows(Json json) {
        this.json = json;
    }

    private record NewRow(String topic, String key, Event payload) {}

    public Uni<Integer> insert(SqlConnection tx, int courtId, List<Event> events) {
        return Database.execute(
                tx,
                INSERT,
                courtId,
                json.text(events.stream()
                        .map(e -> new NewRow(e.topic(), e.key(), e))
                        .toList()));
    }
}
