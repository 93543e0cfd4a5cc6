package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.measure.rules.MeasurePapers;
import org.zhixing.measure.rules.MeasurePermits;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/** The paper of an act on a measure: an item that is in the case's volume, or an upload that is filed with the act. */
@ApplicationScoped
public class MeasurePaper {
    private final Volumes volumes;
    private final Files files;
    private final FileItem items;

    MeasurePaper(Volumes volumes, Files files, FileItem items) {
        this.volumes = volumes;
        this.files = files;
        this.items = items;
    }

    /**
     * Either an item or a finished upload.
     *
     * @param category of the upload; null: 查封冻结扣押材料
     */
    public record Given(
            @Nullable UUID itemId,
            @Nullable UUID uploadId,
            @Nullable String category) {
        public static final Given NONE = new Given(null, null, null);
    }

    /** The item's id, empty where none is given; the case is locked and the actor handles it. */
    Uni<Optional<UUID>> file(SqlConnection tx, Actor by, UUID caseId, String document, Given given) {
        UUID item = given.itemId();
        UUID upload = given.uploadId();
        if (item != null) {
            return volumes.find(tx, by.courtId(), item).map(found -> Optional.of(fitting(caseId, found)));
        }
        if (upload == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        String category = given.category() == null ? MeasurePapers.USUAL : given.category();
        refuseOther(category);
        return files.ofUpload(tx, by, upload)
                .chain(file -> items.attach(
                        tx,
                        by,
                        new FileItem.Request(
                                caseId, category, document, file.id(), Source.UPLOAD, null, null, null, null)))
                .map(filed -> Optional.of(filed.itemId()));
    }

    private static UUID fitting(UUID caseId, VolumeItem item) {
        if (!item.caseId().equals(caseId)) {
            throw Refusal.notFound();
        }
        if (item.removal() != null) {
            throw Refusal.rule("measure-paper-removed", MeasurePermits.CLAUSE);
        }
        refuseOther(item.category());
        return item.id();
    }

    private static void refuseOther(String category) {
        if (!MeasurePapers.fits(category)) {
            throw Refusal.rule(
                    "measure-paper-category", MeasurePermits.CLAUSE, new Messages.Term("evidence." + category));
        }
    }
}
