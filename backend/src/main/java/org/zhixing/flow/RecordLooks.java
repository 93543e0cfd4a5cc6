package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/**
 * Keeps in the trail that an officer was shown where the parties of their slips are found. A phone asks again whenever it
 * has net, so one look a day is kept of each case.
 */
@ApplicationScoped
public class RecordLooks {
    private static final String ACTION = "personal-data.seen";
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Database database;
    private final Audit audit;
    private final CourtClock clock;

    RecordLooks(Database database, Audit audit, CourtClock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param cases the numbers of the cases by id */
    public Uni<Void> seen(Actor by, Map<UUID, String> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return audit.since(
                        database.reading(),
                        Audit.by(by),
                        ACTION,
                        List.copyOf(cases.keySet()),
                        clock.now().minus(ONE_DAY))
                .map(known -> cases.entrySet().stream()
                        .filter(each -> !known.contains(each.getKey()))
                        .map(each -> new Entry(ACTION, each.getKey(), each.getKey(), Map.of("number", each.getValue())))
                        .toList())
                .chain(entries -> entries.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : database.inTransaction(tx -> audit.write(tx, Audit.by(by), entries)));
    }
}
