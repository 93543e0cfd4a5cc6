package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.platform.Database;

/** Secret addresses of calendars, known by their SHA-256. */
@ApplicationScoped
public class FeedRows {
    private static final String PUT = """
            insert into calendar_feed (person_id, court_id, token_sha256, created_at) values ($1, $2, $3, $4)
            on conflict (person_id) do update set token_sha256 = $3, created_at = $4
            """;

    public Uni<Optional<Instant>> createdAt(SqlClient client, UUID person) {
        return Database.first(
                client,
                "select created_at from calendar_feed where person_id = $1",
                row -> row.getOffsetDateTime(0).toInstant(),
                person);
    }

    /** Replaces the one there was. */
    public Uni<Integer> put(SqlConnection tx, int courtId, UUID person, byte[] sha256, Instant at) {
        return Database.execute(tx, PUT, person, courtId, Buffer.buffer(sha256), at.atOffset(ZoneOffset.UTC));
    }

    public Uni<Integer> delete(SqlConnection tx, UUID person) {
        return Database.execute(tx, "delete from calendar_feed where person_id = $1", person);
    }

    /** Whose address it is. */
    public Uni<Optional<UUID>> person(SqlClient client, byte[] sha256) {
        return Database.first(
                client,
                "select person_id from calendar_feed where token_sha256 = $1",
                row -> row.getUUID(0),
                Buffer.buffer(sha256));
    }
}
