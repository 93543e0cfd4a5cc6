package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.Trips;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipPermits;
import org.zhixing.slip.rules.Trip;

/** The affairs team groups slips into a day's trips and orders their stops (clause 一(四)). */
@ApplicationScoped
public class PlanTrips {
    private final Database database;
    private final TaskSlips slips;
    private final Trips trips;
    private final Audit audit;
    private final Once once;
    private final Ids ids;

    PlanTrips(Database database, TaskSlips slips, Trips trips, Audit audit, Once once, Ids ids) {
        this.database = database;
        this.slips = slips;
        this.trips = trips;
        this.audit = audit;
        this.once = once;
        this.ids = ids;
    }

    /** Who goes where, in order. */
    public record Plan(LocalDate on, String title, List<UUID> officers, List<UUID> slips) {}

    /** 404 where a slip is out of sight, 409 where one is not under way, or is on another trip of that day. */
    public Uni<UUID> make(Actor by, Plan plan, @Nullable String key) {
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "trip.made", plan);
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> {
                    Trip trip = trip(by, ids.next(), plan, 1);
                    return check(tx, by, trip)
                            .chain(() -> trips.insert(tx, trip, by.personId()))
                            .chain(() -> write(tx, by, "trip.made", trip))
                            .replaceWith(new FileCase.Made(trip.id()));
                }))
                .map(FileCase.Made::id);
    }

    /** The trip planned anew; its day stays. */
    public Uni<Void> change(Actor by, UUID id, int version, Plan plan) {
        return database.inTransaction(tx -> lock(tx, by, id, version).chain(before -> {
            Trip trip = trip(by, id, new Plan(before.on(), plan.title(), plan.officers(), plan.slips()), version);
            return check(tx, by, trip)
                    .chain(() -> trips.update(tx, trip))
                    .chain(() -> write(tx, by, "trip.changed", trip));
        }));
    }

    public Uni<Void> drop(Actor by, UUID id, int version) {
        return database.inTransaction(tx -> lock(tx, by, id, version)
                .chain(trip -> trips.delete(tx, trip).chain(() -> write(tx, by, "trip.dropped", trip))));
    }

    private static Trip trip(Actor by, UUID id, Plan plan, int version) {
        return new Trip(
                id,
                by.courtId(),
                plan.on(),
                plan.title(),
                plan.officers().stream().distinct().toList(),
                plan.slips().stream().distinct().toList(),
                version);
    }

    private Uni<Trip> lock(SqlConnection tx, Actor by, UUID id, int version) {
        return trips.lock(tx, by.courtId(), id).invoke(trip -> {
            desk(by);
            if (trip.version() != version) {
                throw Refusal.stale(trip.version(), List.of("stops"));
            }
        });
    }

    /** 403 for whoever does not share out the affairs team's work: how busy its officers are is its own business. */
    public static void desk(Actor by) {
        if (!TaskSlipPermits.affairsDesk(by)) {
            throw Refusal.forbidden("trip-not-yours", "一(四)");
        }
    }

    private Uni<Void> check(SqlConnection tx, Actor by, Trip trip) {
        desk(by);
        return trips.onlyOfficers(tx, by.courtId(), trip.officers())
                .chain(() -> slips.seen(tx, by, trip.slips()))
                .invoke(found -> underWay(found, trip))
                .chain(() -> trips.elsewhere(tx, trip))
                .invoke(elsewhere -> {
                    if (!elsewhere.isEmpty()) {
                        throw Refusal.conflict("trip-slip-elsewhere", elsewhere.size())
                                .under("一(四)");
                    }
                })
                .replaceWithVoid();
    }

    private static void underWay(List<TaskSlip> found, Trip trip) {
        Set<UUID> missing = new HashSet<>(trip.slips());
        found.forEach(slip -> {
            missing.remove(slip.id());
            if (!slip.state().underWay()) {
                throw Refusal.conflict("trip-slip-not-under-way", slip.number().text())
                        .under("一(四)");
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Uni<Void> write(SqlConnection tx, Actor by, String action, Trip trip) {
        Map<String, Object> detail = Map.of(
                "day", trip.on(), "title", trip.title(), "count", trip.slips().size());
        return audit.write(tx, Audit.by(by), List.of(new Entry(action, null, trip.id(), detail)));
    }
}
