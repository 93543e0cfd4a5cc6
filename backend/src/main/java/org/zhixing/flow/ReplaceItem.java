package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Puts a newer version of an item above the last, with a reason. What was there stays, and so does what it proved. */
@ApplicationScoped
public class ReplaceItem {
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final Files files;
    private final Volumes volumes;
    private final Audit audit;
    private final CourtClock clock;

    ReplaceItem(
            Database database, Cases cases, Nodes nodes, Files files, Volumes volumes, Audit audit, CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.files = files;
        this.volumes = volumes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The number of the new version. */
    public record Replaced(int number) {}

    /** @param version of the item's row, as it was seen */
    public record Request(UUID itemId, int version, UUID uploadId, String reason) {}

    /** 404 out of sight, 403 not theirs, 412 changed meanwhile, 409 removed or unfinished, 422 closed or refused. */
    public Uni<Replaced> replace(Actor by, Request asked) {
        return database.inTransaction(tx -> files.ofUpload(tx, by, asked.uploadId())
                .chain(file -> volumes.find(tx, by.courtId(), asked.itemId())
                        .chain(seen -> cases.lock(tx, by, seen.caseId()))
                        .chain(whole -> nodes.lockOfCase(tx, by.courtId(), whole.id())
                                .chain(all -> replace(tx, by, asked, file, whole, all)))));
    }

    private Uni<Replaced> replace(
            SqlConnection tx, Actor by, Request asked, StoredFile file, EnforcementCase whole, List<Node> all) {
        // Read again: only now nobody else can change it.
        return volumes.find(tx, by.courtId(), asked.itemId()).chain(item -> {
            Node proven = all.stream()
                    .filter(node -> node.id().equals(item.nodeId()))
                    .findFirst()
                    .orElse(null);
            RemoveItem.mayChange(by, whole, item, proven, asked.version());
            VolumeItem.Content last = item.latest().content();
            VolumeItem.Content next = new VolumeItem.Content(
                    file, last.title(), Source.UPLOAD, last.takenAt(), last.place(), asked.reason());
            int number = item.latest().number() + 1;
            return volumes.addVersion(tx, by, item, next, clock.now())
                    .chain(() -> audit.write(tx, Audit.by(by), List.of(entry(asked, file, item, number))))
                    .replaceWith(new Replaced(number));
        });
    }

    private static Entry entry(Request asked, StoredFile file, VolumeItem item, int number) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("title", item.latest().content().title());
        detail.put("category", item.category());
        detail.put("version", number);
        detail.put("sha256", file.sha256());
        detail.put("reason", asked.reason());
        return new Entry("dossier.replaced", item.caseId(), item.id(), detail);
    }
}
