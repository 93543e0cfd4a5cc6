package org.zhixing.access.store;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Session;
import org.zhixing.platform.Database;

/** Somebody's sessions, by the name they sign in with. */
@ApplicationScoped
public class SessionRows {
    private static final String LIST = """
            select session_id, min(signed_in_at), max(seen_at),
                   (array_agg(address order by seen_at desc))[1], (array_agg(agent order by seen_at desc))[1]
            from signed_in
            where username = $1 and session_id is not null and expires_at > now()
            group by session_id
            order by max(seen_at) desc""";

    /** The one seen last first. */
    public Uni<List<Session>> list(SqlClient client, String username) {
        return Database.list(client, LIST, SessionRows::session, username);
    }

    /** What the identity provider needs to end it, if it gave one; no row where it is not that person's, or over. */
    public Uni<List<Optional<String>>> refreshTokens(SqlClient client, String username, UUID id, RoutingContext route) {
        return Database.list(
                client,
                "select refresh_token from signed_in"
                        + " where username = $1 and session_id = $2 and expires_at > now()",
                row -> Optional.ofNullable(row.getString(0)).map(token -> SignedIn.opened(route, token)),
                username,
                id);
    }

    /** Whose the tokens under that key are, as soon as that has been told. */
    public Uni<Integer> know(SqlClient client, String keyHash, UUID id, String username, OffsetDateTime signedInAt) {
        return Database.execute(
                client,
                "update signed_in set session_id = $2, username = $3, signed_in_at = $4 where key_hash = $1",
                keyHash,
                id,
                username,
                signedInAt);
    }

    /** Whatever tokens it has by now. */
    public Uni<Integer> end(SqlClient client, String username, UUID id) {
        return Database.execute(client, "delete from signed_in where username = $1 and session_id = $2", username, id);
    }

    private static Session session(Row row) {
        return new Session(
                row.getUUID(0),
                row.get(OffsetDateTime.class, 1).toInstant(),
                row.get(OffsetDateTime.class, 2).toInstant(),
                row.getString(3),
                row.getString(4));
    }
}
