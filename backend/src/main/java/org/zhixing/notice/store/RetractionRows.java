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

    /** Other channels may take long over a delivery: what they hold just now is left to them. */
    private static final String ELSEWHERE = "delete from outbox where id in (select id from outbox"
            + " where channel <> 'INBOX' and key = any ($1) and done_at is null and dead_at is null"
            + " for update skip locked)";

    public Uni<Integer> withdraw(SqlConnection tx, List<String> keys) {
        String[] given = keys.toArray(String[]::new);
        return Database.execute(tx, UNDELIVERED, (Object) given)
                .chain(() -> Database.execute(tx, ELSEWHERE, (Object) given));
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
