package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.PageCounts;
import org.zhixing.dossier.rules.Source;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;

/** Somebody hands in a finished upload for a case's volume: a file and filed in one transaction, once for each key. */
@ApplicationScoped
public class HandInItem {
    private final Database database;
    private final Files files;
    private final FileItem items;
    private final PageCounts counts;
    private final Once once;

    HandInItem(Database database, Files files, FileItem items, PageCounts counts, Once once) {
        this.database = database;
        this.files = files;
        this.items = items;
        this.counts = counts;
        this.once = once;
    }

    /** @param title null: the file's name */
    public record Request(
            UUID caseId,
            UUID uploadId,
            String category,
            @Nullable String title,
            Source source,
            @Nullable Instant takenAt,
            @Nullable String place,
            @Nullable String note,
            @Nullable UUID nodeId) {}

    public Uni<FileItem.ItemFiled> handIn(Actor by, Request asked, @Nullable String key) {
        return database.inTransaction(tx -> handIn(tx, by, asked, key))
                .invoke(filed -> counts.begin(by.courtId(), filed.itemId()));
    }

    private Uni<FileItem.ItemFiled> handIn(SqlConnection tx, Actor by, Request asked, @Nullable String key) {
        return once.run(
                tx,
                new Once.Ticket(by.courtId(), by.personId(), key, "dossier.filed", asked),
                FileItem.ItemFiled.class,
                () -> files.ofUpload(tx, by, asked.uploadId())
                        .chain(file -> items.file(
                                tx,
                                by,
                                new FileItem.Request(
                                        asked.caseId(),
                                        asked.category(),
                                        asked.title() == null ? file.name() : asked.title(),
                                        file.id(),
                                        asked.source(),
                                        asked.takenAt(),
                                        asked.place(),
                                        asked.note(),
                                        asked.nodeId()))));
    }
}
