package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Manner;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Somebody opens an item to read it, or takes it away: one audit row for each, however many ranges of it are fetched. */
@ApplicationScoped
public class OpenItem {
    private final Database database;
    private final ReadVolume reading;
    private final Volumes volumes;
    private final Audit audit;
    private final CourtClock clock;

    OpenItem(Database database, ReadVolume reading, Volumes volumes, Audit audit, CourtClock clock) {
        this.database = database;
        this.reading = reading;
        this.volumes = volumes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * 404 where it is not there, or its case is out of sight and the volume not lent; 403 lent to be consulted only.
     *
     * @param number null: the latest version
     */
    public Uni<VolumeItem> open(Actor by, UUID id, @Nullable Integer number, Manner how) {
        return database.inTransaction(
                tx -> (number == null ? volumes.find(tx, by.courtId(), id) : volumes.find(tx, by.courtId(), id, number))
                        .call(item -> reading.of(tx, by, item.caseId(), purpose(how))
                                .chain(read -> volumes.opens(tx, by, item, how, clock.now())
                                        .chain(fresh -> fresh
                                                ? audit.write(tx, Audit.by(by), List.of(entry(item, how, read)))
                                                : Uni.createFrom().voidItem()))));
    }

    private static ReadVolume.Purpose purpose(Manner how) {
        return how == Manner.VIEW ? ReadVolume.Purpose.LOOK : ReadVolume.Purpose.COPY;
    }

    private static Entry entry(VolumeItem item, Manner how, ReadVolume.Reading read) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("title", item.latest().content().title());
        detail.put("version", item.latest().number());
        return new Entry(how.action(), item.caseId(), item.id(), read.in(detail));
    }
}
