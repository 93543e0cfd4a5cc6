package org.zhixing.access.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.StandIn;
import org.zhixing.platform.Database;

/** Rows of stand-ins. */
@ApplicationScoped
public class StandInRows {
    private static final String SELECT = "select id, court_id, absent_id, stand_in_id, role, from_on, to_on, reason,"
            + " made_on, revoked_on from stand_in";

    public Uni<Integer> insert(SqlConnection tx, StandIn s) {
        return Database.execute(
                tx,
                "insert into stand_in (id, court_id, absent_id, stand_in_id, role, from_on, to_on, reason, made_on)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                s.id(),
                s.courtId(),
                s.absentId(),
                s.standInId(),
                s.role().roleName(),
                s.from(),
                s.to(),
                s.reason(),
                s.madeOn());
    }

    public Uni<Integer> revoke(SqlConnection tx, UUID id, LocalDate on) {
        return Database.execute(tx, "update stand_in set revoked_on = $2 where id = $1", id, on);
    }

    /** Locked. */
    public Uni<Optional<StandIn>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx, SELECT + " where id = $1 and court_id = $2 for update", StandInRows::standIn, id, courtId);
    }

    /** Nobody else lends in that court until the transaction ends, so that two places do not overlap. */
    public Uni<Integer> hold(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock(7044, $1)", courtId);
    }

    /** The court's that hold on that day or later, the soonest first. */
    public Uni<List<StandIn>> from(SqlClient client, int courtId, LocalDate day) {
        return Database.list(
                client,
                SELECT + " where court_id = $1 and to_on >= $2 and revoked_on is null order by from_on, id",
                StandInRows::standIn,
                courtId,
                day);
    }

    /** In whose place somebody decides on that day. */
    public Uni<List<StandIn>> of(SqlClient client, UUID person, LocalDate day) {
        return Database.list(
                client,
                SELECT + " where stand_in_id = $1 and from_on <= $2 and to_on >= $2 and revoked_on is null",
                StandInRows::standIn,
                person,
                day);
    }

    private static StandIn standIn(Row row) {
        return new StandIn(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getUUID(3),
                Role.of(row.getString(4)).orElseThrow(),
                row.getLocalDate(5),
                row.getLocalDate(6),
                row.getString(7),
                row.getLocalDate(8),
                row.getLocalDate(9));
    }
}
