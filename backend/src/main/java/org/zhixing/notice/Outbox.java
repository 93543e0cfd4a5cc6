package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhixing.notice.rules.Event;
import org.zhixing.notice.store.OutboxRows;

/** What other rooms tell people: written in the transaction of what happened, delivered after it commits. */
@ApplicationScoped
public class Outbox {
    private final OutboxRows rows;

    Outbox(OutboxRows rows) {
        this.rows = rows;
    }

    /** Puts the events in; one whose key is there already is left as it is. */
    public Uni<Integer> put(SqlConnection tx, int courtId, List<Event> events) {
        return events.isEmpty() ? Uni.createFrom().item(0) : rows.insert(tx, courtId, events);
    }
}
