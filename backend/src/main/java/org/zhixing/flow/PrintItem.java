package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.dossier.Volumes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Somebody puts an item, or pages of it, or the volume's catalogue on paper: an act of its own, each time. */
@ApplicationScoped
public class PrintItem {
    private final Database database;
    private final Cases cases;
    private final Volumes volumes;
    private final Audit audit;
    private final CourtClock clock;

    PrintItem(Database database, Cases cases, Volumes volumes, Audit audit, CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.volumes = volumes;
        this.audit = audit;
        this.clock = clock;
    }

    /** When it was printed, as the paper's watermark says. */
    public record Printed(Instant at) {}

    /**
     * 404 where it is not there or its case is out of sight.
     *
     * @param number null: the latest version
     * @param pages as the person chose them, e.g. 1-3,7; null: the whole of it
     */
    public Uni<Printed> print(Actor by, UUID id, @Nullable Integer number, @Nullable String pages) {
        Instant at = clock.now();
        return database.inTransaction(
                tx -> (number == null ? volumes.find(tx, by.courtId(), id) : volumes.find(tx, by.courtId(), id, number))
                        .call(item -> cases.find(tx, by, item.caseId()))
                        .call(item -> {
                            Map<String, Object> detail = new LinkedHashMap<>();
                            detail.put("title", item.latest().content().title());
                            detail.put("version", item.latest().number());
                            if (pages != null) {
                                detail.put("pages", pages);
                            }
                            return audit.write(
                                    tx,
                                    Audit.by(by),
                                    List.of(new Entry(
                                            pages == null ? "dossier.printed" : "dossier.pages-printed",
                                            item.caseId(),
                                            item.id(),
                                            detail)));
                        })
                        .replaceWith(new Printed(at)));
    }

    /** The catalogue of a case's volume, whose sight the caller has seen to. */
    public Uni<Printed> catalogue(Actor by, UUID caseId) {
        Instant at = clock.now();
        return database.inTransaction(tx -> audit.write(
                        tx, Audit.by(by), List.of(new Entry("dossier.catalogue-printed", caseId, caseId, Map.of()))))
                .replaceWith(new Printed(at));
    }
}
