package org.zhixing.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Leases under which instances work on the rows of a table that has {@code status}, {@code lease_by}, {@code lease_until},
 * {@code attempts} and {@code committed_by}: a row is an instance's own until its lease runs out without a sign of life.
 */
public final class Leases {
    private final String table;

    /** @param table a constant of the code, never somebody's input */
    public Leases(String table) {
        this.table = table;
    }

    /** A row taken for work; {@code attempts} counts the leases since its last step forward. */
    public record Claim(UUID id, UUID lease, int attempts) {}

    /** Another instance has taken over: this one stops, and its transaction does not count. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the oldest row that waits for work and that no living instance holds. */
    public Uni<Optional<Claim>> claim(SqlClient client, UUID lease, Duration length) {
        return Database.first(
                client,
                "update " + table + " set lease_by = $1, lease_until = now() + make_interval(secs => $2::int),"
                        + " attempts = attempts + 1 where id = (select id from " + table
                        + " where status in ('CHECKING', 'COMMITTING') and (lease_until is null or lease_until < now())"
                        + " order by id limit 1 for update skip locked) returning id, attempts",
                row -> new Claim(row.getUUID(0), lease, row.getInteger(1)),
                lease,
                (int) length.toSeconds());
    }

    /** A previewed row that somebody wants committed: the next free instance takes it. */
    public Uni<Integer> startCommit(SqlConnection tx, UUID id, UUID by) {
        return Database.execute(
                tx,
                "update " + table + " set status = 'COMMITTING', committed_by = $2, lease_by = null,"
                        + " lease_until = null, attempts = 0 where id = $1",
                id,
                by);
    }

    /** Gives the row back; nobody takes it before the pause is over. */
    public Uni<Integer> release(SqlClient client, Claim claim, Duration pause) {
        return Database.execute(
                client,
                "update " + table + " set lease_by = null, lease_until = now() + make_interval(secs => $3::int)"
                        + " where id = $1 and lease_by = $2",
                claim.id(),
                claim.lease(),
                (int) pause.toSeconds());
    }
}
