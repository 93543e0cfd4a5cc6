package org.zhixing.clock;

import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.store.PolicyRows;
import org.zhixing.platform.Database;

/**
 * The court's calendar for saying how many working days are left: at most 10 s old. Nothing is dated by it; who dates a
 * node reads the calendar in the transaction.
 */
@ApplicationScoped
public class SeenCalendar {
    private final PolicyRows policies;
    private final Database database;

    SeenCalendar(PolicyRows policies, Database database) {
        this.policies = policies;
        this.database = database;
    }

    @CacheResult(cacheName = "calendar")
    public Uni<CourtCalendar> of(int courtId) {
        return policies.calendar(database.readingEveryCourt(), courtId);
    }

    /** A new year was published on this instance: its screens show it at once. */
    @CacheInvalidate(cacheName = "calendar")
    public Uni<Void> forget(int courtId) {
        return Uni.createFrom().voidItem();
    }
}
