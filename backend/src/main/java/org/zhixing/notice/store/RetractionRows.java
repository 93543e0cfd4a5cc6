package org.zhixing.notice.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.platform.Database;

/** Takes events back that no longer hold. */
@ApplicationScoped
public class RetractionRows {
    /** One that is being delivered just now is waited for, and then counts as delivered. */
    private static final String UNDELIVERED = "delete from outbox where channel = 'INBOX' and key = any ($1)"
            + " and done_at is null and dead_at is null";

    /** What an inbox row sends further is one person's; a letter that is being sent just now is left to its channel. */
    private static final String LETTERS = "delete from outbox where id in (select f.id from outbox o"
            + " join inbox i on i.outbox_id = o.id join outbox f on f.person_id = i.person_id"
            + " and f.key = o.id || ':' || i.person_id and f.channel <> 'INBOX'"
            + " where o.channel = 'INBOX' and o.key = any ($1) and f.done_at is null and f.dead_at is null"
            + " for update of f skip locked)";

    public Uni<Integer> withdraw(SqlConnection tx, List<String> keys) {
        String[] given = keys.toArray(String[]::new);
        return Database.execute(tx, UNDELIVERED, (Object) given)
                .chain(() -> Database.execute(tx, LETTERS, (Object) given));
    }

    /** Everybody whom one of the events reached, once. */
    public Uni<List<UUID>> reached(SqlConnection tx, List<String> keys) {
        return Database.list(
                tx,
                "select distinct i.person_id from outbox o join inbox i on i.outbox_id = o.id"
                        + " where o.channel = 'INBOX' and o.key = any ($1) order by 1",
                row -> row.getUUID(0),
                (Object) keys.toArray(String[]::new));
    }
}
