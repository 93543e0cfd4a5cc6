package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.Database;

/** Moves an item to another place within its category, as the paper lies in the volume. */
@ApplicationScoped
public class PlaceItem {
    private final Database database;
    private final Cases cases;
    private final Volumes volumes;
    private final Audit audit;

    PlaceItem(Database database, Cases cases, Volumes volumes, Audit audit) {
        this.database = database;
        this.cases = cases;
        this.volumes = volumes;
        this.audit = audit;
    }

    /**
     * The item where it lies then. 404 out of sight, 403 not theirs, 412 changed meanwhile, 409 removed, 422 the case is
     * closed.
     *
     * @param place from 1, among the standing items of its category; one behind the last means the last
     */
    public Uni<VolumeItem> place(Actor by, UUID id, int version, int place) {
        return database.inTransaction(tx -> volumes.find(tx, by.courtId(), id)
                .chain(seen -> cases.lock(tx, by, seen.caseId()))
                // Read again: only now nobody else can change it.
                .chain(whole -> volumes.find(tx, by.courtId(), id)
                        .invoke(item -> RemoveItem.mayChange(by, whole, item, null, version)))
                .chain(item -> volumes.place(tx, item, place)
                        .chain(() -> volumes.find(tx, by.courtId(), id))
                        .call(moved -> audit.write(tx, Audit.by(by), List.of(entry(item, moved))))));
    }

    private static Entry entry(VolumeItem before, VolumeItem after) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("title", after.latest().content().title());
        detail.put("category", after.category());
        detail.put("before", before.position());
        detail.put("after", after.position());
        return new Entry("dossier.placed", after.caseId(), after.id(), detail);
    }
}
