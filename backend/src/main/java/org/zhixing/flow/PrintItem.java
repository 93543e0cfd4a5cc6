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
import org.zhixing.dossier.Volumes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Somebody puts an item, or pages of it, or the volume's catalogue on paper: an act of its own, each time. */
@ApplicationScoped
public class PrintItem {
    private final Database database;
    private final ReadVolume reading;
    private final Volumes volumes;
    private final Audit audit;
    private final CourtClock clock;

    PrintItem(Database database, ReadVolume reading, Volumes volumes, Audit audit, CourtClock clock) {
        this.database = database;
        this.reading = reading;
        this.volumes = volumes;
        this.audit = audit;
        this.clock = clock;
    }

    /** When it was printed, as the paper's watermark says. */
    public record Printed(Instant at) {}

    /**
     * 404 where it is not there, or its case is out of sight and the volume not lent; 403 lent to be consulted only.
     *
     * @param number null: the latest version
     * @param pages as the person chose them, e.g. 1-3,7; null: the whole of it
     */
    public Uni<Printed> print(Actor by, UUID id, @Nullable Integer number, @Nullable String pages) {
        Instant at = clock.now();
        return database.inTransaction(
                tx -> (number == null ? volumes.find(tx, by.courtId(), id) : volumes.find(tx, by.courtId(), id, number))
                        .call(item -> reading.of(tx, by, item.caseId(), ReadVolume.Purpose.COPY)
                                .chain(read -> {
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
                                                    read.in(detail))));
                                }))
                        .replaceWith(new Printed(at)));
    }

    /** The catalogue of a volume that the caller was seen to read. */
    public Uni<Printed> catalogue(Actor by, ReadVolume.Reading read) {
        Instant at = clock.now();
        UUID caseId = read.of().id();
        Map<String, Object> detail = read.in(new LinkedHashMap<>());
        return database.inTransaction(tx -> audit.write(
                        tx, Audit.by(by), List.of(new Entry("dossier.catalogue-printed", caseId, caseId, detail))))
                .replaceWith(new Printed(at));
    }
}
