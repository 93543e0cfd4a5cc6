package org.zhixing.access;

import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.StandIn;
import org.zhixing.access.store.StandInRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** Who decides in the place of leaders that are away. */
@ApplicationScoped
public class StandIns {
    private final StandInRows rows;
    private final Database database;

    StandIns(StandInRows rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    /** The roles lent to somebody on that day; at most 10 s old, since every request asks. */
    @CacheResult(cacheName = "stand-ins")
    public Uni<Set<Role>> lentTo(UUID person, LocalDate day) {
        return rows.of(database.reading(), person, day)
                .map(all -> all.stream().map(StandIn::role).collect(Collectors.toUnmodifiableSet()));
    }

    /** What was lent or taken back holds at once here, and within seconds everywhere. */
    @CacheInvalidateAll(cacheName = "stand-ins")
    public Uni<Void> changed() {
        return Uni.createFrom().voidItem();
    }

    public Uni<List<StandIn>> from(SqlClient client, int courtId, LocalDate day) {
        return rows.from(client, courtId, day);
    }

    /** 409 where somebody is in that place already on one of the days. */
    public Uni<Integer> insert(SqlConnection tx, StandIn wanted) {
        return rows.hold(tx, wanted.courtId())
                .chain(() -> rows.from(tx, wanted.courtId(), wanted.from()))
                .invoke(present -> {
                    if (present.stream().anyMatch(wanted::overlaps)) {
                        throw Refusal.conflict("stand-in-overlap");
                    }
                })
                .chain(() -> rows.insert(tx, wanted));
    }

    /** Taken back by who lent it; 404 where it is nobody's of the court, 403 somebody else's, 409 over already. */
    public Uni<StandIn> revoke(SqlConnection tx, Actor by, UUID id, LocalDate on) {
        return rows.lock(tx, by.courtId(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .invoke(found -> {
                    if (!found.absentId().equals(by.personId())) {
                        throw Refusal.forbidden("stand-in-not-yours", "一(五)");
                    }
                    if (found.revokedOn() != null || found.to().isBefore(on)) {
                        throw Refusal.conflict("stand-in-over");
                    }
                })
                .call(() -> rows.revoke(tx, id, on));
    }
}
