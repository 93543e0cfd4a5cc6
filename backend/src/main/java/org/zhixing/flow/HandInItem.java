package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Upload;
import org.zhixing.dossier.rules.Source;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;

/** Somebody hands in a file for a case's volume: kept and filed in one transaction, once for each key. */
@ApplicationScoped
public class HandInItem {
    private final Database database;
    private final Files files;
    private final FileItem items;
    private final Once once;

    HandInItem(Database database, Files files, FileItem items, Once once) {
        this.database = database;
        this.files = files;
        this.items = items;
        this.once = once;
    }

    public record Request(
            UUID caseId,
            Upload upload,
            String category,
            String title,
            Source source,
            @Nullable UUID nodeId) {}

    /** What makes two requests the same: the file counts by its hash. */
    private record Same(
            UUID caseId,
            String category,
            String title,
            Source source,
            @Nullable UUID nodeId,
            String sha256) {}

    public Uni<FileItem.ItemFiled> handIn(Actor by, Request asked, @Nullable String key) {
        Upload upload = asked.upload();
        return files.fingerprint(upload.path())
                .chain(sha256 -> database.inTransaction(tx -> once.run(
                        tx,
                        new Once.Ticket(
                                by.courtId(),
                                by.personId(),
                                key,
                                "dossier.filed",
                                new Same(
                                        asked.caseId(),
                                        asked.category(),
                                        asked.title(),
                                        asked.source(),
                                        asked.nodeId(),
                                        sha256)),
                        FileItem.ItemFiled.class,
                        () -> files.keep(tx, by, upload.path(), upload.name(), upload.mediaType())
                                .chain(file -> items.file(
                                        tx,
                                        by,
                                        new FileItem.Request(
                                                asked.caseId(),
                                                asked.category(),
                                                asked.title(),
                                                file.id(),
                                                asked.source(),
                                                null,
                                                null,
                                                null,
                                                asked.nodeId()))))));
    }
}
