package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.field.Captures;
import org.zhixing.field.rules.Capture;
import org.zhixing.field.rules.WrittenRecord;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.TaskSlip;

/**
 * Files what an officer took on the spot in the volume of the slip's case, and puts it to the slip. Its id is the key:
 * sent again, it gets the first answer.
 */
@RegisterForReflection(
        targets = {FileCapture.Filed.class, Capture.class, WrittenRecord.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class FileCapture {
    private final Database database;
    private final Once once;
    private final TaskSlips slips;
    private final Files files;
    private final FileItem items;
    private final Captures captures;

    FileCapture(Database database, Once once, TaskSlips slips, Files files, FileItem items, Captures captures) {
        this.database = database;
        this.once = once;
        this.slips = slips;
        this.files = files;
        this.items = items;
        this.captures = captures;
    }

    /** @param sha256 of the bytes that arrived */
    public record Filed(UUID id, UUID itemId, String sha256) {}

    /** 404 no such slip or upload, 403 not its officer, 409 ended or still checked, 422 altered, unsigned or refused. */
    public Uni<Filed> file(Actor by, Capture capture) {
        return onPaper(capture).chain(paper -> database.inTransaction(
                        tx -> once.run(tx, ticket(by, capture), Filed.class, () -> file(tx, by, capture, paper)))
                .onTermination()
                .invoke(() -> discard(paper)));
    }

    private static Once.Ticket ticket(Actor by, Capture capture) {
        return new Once.Ticket(by.courtId(), by.personId(), capture.id().toString(), "capture.filed", capture);
    }

    private Uni<Filed> file(SqlConnection tx, Actor by, Capture capture, @Nullable Path paper) {
        return slips.assigned(tx, by, capture.slipId()).chain(slip -> {
            if (slip.state().ended()) {
                throw Refusal.conflict("task-slip-ended", slip.number().text())
                        .under(slip.kind().clause());
            }
            return bytes(tx, by, capture, paper).chain(file -> put(tx, by, capture, slip, file));
        });
    }

    private Uni<StoredFile> bytes(SqlConnection tx, Actor by, Capture capture, @Nullable Path paper) {
        return paper == null
                ? files.ofUpload(tx, by, Objects.requireNonNull(capture.uploadId()))
                        .invoke(file -> Captures.compare(capture, file.sha256()))
                : files.keep(tx, by, paper, capture.title() + ".pdf", "application/pdf");
    }

    private Uni<Filed> put(SqlConnection tx, Actor by, Capture capture, TaskSlip slip, StoredFile file) {
        var asked = new FileItem.Request(
                slip.of().id(),
                capture.category(),
                capture.title(),
                file.id(),
                source(capture.kind()),
                capture.takenAt(),
                capture.place(slip.task().place()),
                "SHA-256 " + capture.sha256(),
                slip.course().nodeId());
        return items.bring(tx, by, asked).chain(filed -> slips.addEvidence(tx, by, slip.id(), filed.itemId())
                .chain(() -> captures.keep(tx, by, capture, filed.itemId()))
                .replaceWith(new Filed(capture.id(), filed.itemId(), capture.sha256())));
    }

    private static Source source(Capture.Kind kind) {
        return switch (kind) {
            case PHOTO -> Source.PHOTO;
            case AUDIO -> Source.RECORDING;
            case RECORD -> Source.RECORD;
        };
    }

    /** A record as the paper that is filed; empty for what has bytes of its own. */
    private Uni<@Nullable Path> onPaper(Capture capture) {
        if (capture.kind() != Capture.Kind.RECORD) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(() -> {
                    try {
                        Path paper = java.nio.file.Files.createTempFile("record", ".pdf");
                        return java.nio.file.Files.write(paper, captures.paper(capture));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static void discard(@Nullable Path paper) {
        if (paper != null && !paper.toFile().delete()) {
            paper.toFile().deleteOnExit();
        }
    }
}
