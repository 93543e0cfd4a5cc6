package org.zhixing.slip.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;
import org.zhixing.slip.rules.Trip;

/** Rows of trips and their stops. */
@ApplicationScoped
public class TripRows {
    private static final String SELECT = """
            select t.id, t.court_id, t.on_day, t.title, t.officers,
                array(select p.slip_id from trip_stop p where p.trip_id = t.id order by p.position), t.version
            from trip t
            """;

    public Uni<Integer> insert(SqlConnection tx, Trip trip, UUID by) {
        return Database.execute(
                        tx,
                        "insert into trip (id, court_id, on_day, title, officers, made_by)"
                                + " values ($1, $2, $3, $4, $5, $6)",
                        trip.id(),
                        trip.courtId(),
                        trip.on(),
                        trip.title(),
                        trip.officers().toArray(UUID[]::new),
                        by)
                .chain(() -> stops(tx, trip));
    }

    /** Writes the trip and its stops anew and raises its version. */
    public Uni<Integer> update(SqlConnection tx, Trip trip) {
        return Database.execute(
                        tx,
                        "update trip set title = $2, officers = $3, version = version + 1 where id = $1",
                        trip.id(),
                        trip.title(),
                        trip.officers().toArray(UUID[]::new))
                .chain(() -> Database.execute(tx, "delete from trip_stop where trip_id = $1", trip.id()))
                .chain(() -> stops(tx, trip));
    }

    private static Uni<Integer> stops(SqlConnection tx, Trip trip) {
        return Database.execute(
                tx,
                "insert into trip_stop (trip_id, court_id, on_day, position, slip_id)"
                        + " select $1, $2, $3, s.n, s.id from unnest($4::uuid[]) with ordinality as s (id, n)",
                trip.id(),
                trip.courtId(),
                trip.on(),
                trip.slips().toArray(UUID[]::new));
    }

    public Uni<Integer> delete(SqlConnection tx, Trip trip) {
        return Database.execute(tx, "delete from trip where id = $1", trip.id());
    }

    public Uni<Optional<Trip>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(client, SELECT + " where t.id = $1 and t.court_id = $2", TripRows::trip, id, courtId);
    }

    public Uni<Optional<Trip>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                        tx,
                        "select id from trip where id = $1 and court_id = $2 for update",
                        row -> row.getUUID(0),
                        id,
                        courtId)
                .chain(() -> find(tx, courtId, id));
    }

    /** Trips of the days, of one officer where one is given, the earliest first. */
    public Uni<List<Trip>> between(
            SqlClient client, int courtId, LocalDate from, LocalDate to, @Nullable UUID officer) {
        return new Sql(SELECT + " where t.court_id = ? and t.on_day between ? and ?", courtId, from, to)
                .addIf(officer, " and t.officers @> array[?]::uuid[]")
                .add(" order by t.on_day, t.id")
                .list(client, TripRows::trip);
    }

    /** Those of the slips that are on another trip of that day. */
    public Uni<List<UUID>> elsewhere(SqlConnection tx, Trip trip) {
        return Database.list(
                tx,
                "select slip_id from trip_stop where slip_id = any ($1) and on_day = $2 and trip_id <> $3",
                row -> row.getUUID(0),
                trip.slips().toArray(UUID[]::new),
                trip.on(),
                trip.id());
    }

    private static Trip trip(Row row) {
        return new Trip(
                row.getUUID(0),
                row.getInteger(1),
                row.getLocalDate(2),
                row.getString(3),
                Arrays.asList(row.getArrayOfUUIDs(4)),
                Arrays.asList(row.getArrayOfUUIDs(5)),
                row.getInteger(6));
    }
}
