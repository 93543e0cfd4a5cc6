package org.zhixing.slip;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.rules.TaskSlipOfficer;
import org.zhixing.slip.rules.Trip;
import org.zhixing.slip.store.OfficerRows;
import org.zhixing.slip.store.TripRows;

/** A day's trips, and the officers who may go on them. */
@ApplicationScoped
public class Trips {
    private final TripRows rows;
    private final OfficerRows officers;

    Trips(TripRows rows, OfficerRows officers) {
        this.rows = rows;
        this.officers = officers;
    }

    /** Whoever has work in the area already first, then whoever has least. */
    public Uni<List<TaskSlipOfficer>> officers(SqlClient client, int courtId, @Nullable String area) {
        return officers.load(client, courtId, area);
    }

    /** 400 where one of them is not an officer of the affairs team. */
    public Uni<Void> onlyOfficers(SqlClient client, int courtId, List<UUID> wanted) {
        return officers(client, courtId, null)
                .map(team -> team.stream().map(TaskSlipOfficer::id).collect(Collectors.toSet()))
                .invoke(known -> wanted.stream()
                        .filter(id -> !known.contains(id))
                        .findFirst()
                        .ifPresent(id -> {
                            throw Refusal.field("officers", id, "task-slip.officer");
                        }))
                .replaceWithVoid();
    }

    public Uni<List<Trip>> between(
            SqlClient client, int courtId, LocalDate from, LocalDate to, @Nullable UUID officer) {
        return rows.between(client, courtId, from, to, officer);
    }

    public Uni<Trip> find(SqlClient client, int courtId, UUID id) {
        return rows.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<Trip> lock(SqlConnection tx, int courtId, UUID id) {
        return rows.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** Those of the trip's slips that are on another trip of its day. */
    public Uni<List<UUID>> elsewhere(SqlConnection tx, Trip trip) {
        return rows.elsewhere(tx, trip);
    }

    public Uni<Integer> insert(SqlConnection tx, Trip trip, UUID by) {
        return rows.insert(tx, trip, by);
    }

    public Uni<Integer> update(SqlConnection tx, Trip trip) {
        return rows.update(tx, trip);
    }

    public Uni<Integer> delete(SqlConnection tx, Trip trip) {
        return rows.delete(tx, trip);
    }
}
