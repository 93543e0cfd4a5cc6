package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.zhixing.notice.rules.Waiting;

/**
 * A way to people. Each has rows of its own in the outbox and is worked off apart from the others, so that one that is
 * down blocks none.
 */
public interface Channel {
    /** The name its rows carry in the outbox. */
    String name();

    /**
     * How many rows one call of {@link #deliver} may get: 1 where a delivery cannot be taken back, so that a failure
     * sends nothing twice.
     */
    int atOnce();

    /** Delivers all the rows or fails; what it writes goes into the transaction that marks them done. */
    Uni<Void> deliver(SqlConnection tx, List<Waiting> rows);
}
