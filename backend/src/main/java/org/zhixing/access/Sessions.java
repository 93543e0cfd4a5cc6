package org.zhixing.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Session;
import org.zhixing.access.store.SessionRows;

/** Where somebody is signed in: each person's own, and nobody else's. */
@ApplicationScoped
public class Sessions {
    private final SessionRows rows;

    Sessions(SessionRows rows) {
        this.rows = rows;
    }

    /** The one seen last first. */
    public Uni<List<Session>> of(SqlClient client, Actor who) {
        return rows.list(client, who.username());
    }

    /** What the identity provider needs to end it, if it gave one; no row where it is not theirs, or over. */
    public Uni<List<Optional<String>>> refreshTokens(SqlClient client, Actor who, UUID id) {
        return rows.refreshTokens(client, who.username(), id);
    }

    /** Ends it here, whatever tokens it has by now. */
    public Uni<Integer> end(SqlConnection tx, Actor who, UUID id) {
        return rows.end(tx, who.username(), id);
    }
}
