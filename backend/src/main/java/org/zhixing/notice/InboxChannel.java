package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhixing.notice.rules.Topic;
import org.zhixing.notice.rules.Waiting;
import org.zhixing.notice.store.InboxRows;

/** Delivers into the inboxes of this application, a whole batch in one statement. */
@ApplicationScoped
public class InboxChannel implements Channel {
    public static final String NAME = "INBOX";

    private final InboxRows rows;

    InboxChannel(InboxRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int atOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<Void> deliver(SqlConnection tx, List<Waiting> waiting) {
        for (Waiting row : waiting) {
            if (Topic.of(row.topic()).isEmpty()) {
                return Uni.createFrom().failure(new IllegalArgumentException("No sentence for topic " + row.topic()));
            }
        }
        return rows.deliver(tx, waiting.stream().map(Waiting::id).toList()).replaceWithVoid();
    }
}
