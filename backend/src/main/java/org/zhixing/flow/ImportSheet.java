package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Imports;
import org.zhixing.cases.TableFile;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportSight;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.dossier.Files;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.triage.Triage;

/** What people do with a sheet: upload it, have its new rows put in; and, of a register, correct a row. */
@ApplicationScoped
public class ImportSheet {
    private static final int CELL_MOST = 10_000;

    private final Database database;
    private final Imports imports;
    private final Files files;
    private final Triage triage;
    private final RowJudge judge;
    private final Audit audit;
    private final Once once;
    private final ImportWorker worker;

    ImportSheet(
            Database database,
            Imports imports,
            Files files,
            Triage triage,
            RowJudge judge,
            Audit audit,
            Once once,
            ImportWorker worker) {
        this.database = database;
        this.imports = imports;
        this.files = files;
        this.triage = triage;
        this.judge = judge;
        this.audit = audit;
        this.once = once;
        this.worker = worker;
    }

    /** A file as it was sent. */
    public record Upload(
            SheetKind kind,
            Path path,
            String name,
            String mediaType,
            @Nullable String idempotencyKey) {}

    /**
     * Keeps the file and has it checked.
     *
     * @throws org.zhixing.cases.rules.RefusedFile if its kind, its encoding or its header is not that of the kind
     */
    public Uni<UUID> upload(Actor by, Upload upload) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(nothing -> glance(upload))
                .chain(hash -> database.inTransaction(tx -> keep(tx, by, upload, hash)))
                .invoke(worker::wake);
    }

    /** Opens the file as far as its header, so that the wrong file is refused while the person is still looking. */
    private static String glance(Upload upload) {
        try (TableFile sheet = TableFile.open(upload.path(), upload.kind())) {
            sheet.next(1);
            return upload.idempotencyKey() == null ? "" : Files.sha256(upload.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<UUID> keep(SqlConnection tx, Actor by, Upload upload, String hash) {
        return once.run(
                tx,
                new Once.Ticket(by.courtId(), by.personId(), upload.idempotencyKey(), act(upload.kind()), hash),
                UUID.class,
                () -> files.keep(tx, by, upload.path(), upload.name(), upload.mediaType())
                        .chain(file -> imports.add(tx, by.courtId(), upload.kind(), file, by.personId())
                                .call(id -> audit.write(
                                        tx,
                                        audited(by),
                                        List.of(new Entry(
                                                act(upload.kind()) + ".uploaded",
                                                null,
                                                id,
                                                Map.of(
                                                        "file", file.name(),
                                                        "sha256", file.sha256(),
                                                        "size", file.size())))))));
    }

    /** The word under which the trail has it. */
    private static String act(SheetKind kind) {
        return kind == SheetKind.REGISTER ? "import" : "query";
    }

    /** Has the new rows put in. Asked again, it changes nothing. 404 where it is somebody else's to do. */
    public Uni<ImportRun> commit(Actor by, SheetKind kind, UUID id) {
        return database.inTransaction(
                        tx -> imports.lock(tx, by.courtId(), kind, id).chain(run -> commit(tx, by, run)))
                .invoke(worker::wake);
    }

    private Uni<ImportRun> commit(SqlConnection tx, Actor by, ImportRun run) {
        if (!ImportSight.commits(by, run)) {
            throw Refusal.notFound();
        }
        return switch (run.status()) {
            case COMMITTING, DONE -> Uni.createFrom().item(run);
            case CHECKING -> throw Refusal.conflict("import-checking");
            case FAILED -> throw Refusal.conflict("import-failed");
            case PREVIEWED ->
                imports.startCommit(tx, run.id(), by.personId()).replaceWith(run.to(ImportStatus.COMMITTING));
        };
    }

    /** Puts other values into a row that would not go in, and judges it again. */
    public Uni<ImportRow> correct(Actor by, UUID id, int rowNo, Map<String, String> values) {
        refuseUnknown(values);
        return database.inTransaction(
                tx -> imports.lock(tx, by.courtId(), SheetKind.REGISTER, id).chain(run -> {
                    if (run.status() != ImportStatus.PREVIEWED) {
                        throw Refusal.conflict("import-not-previewed");
                    }
                    return imports.row(tx, by.courtId(), id, rowNo).chain(row -> correct(tx, by, run, row, values));
                }));
    }

    private Uni<ImportRow> correct(
            SqlConnection tx, Actor by, ImportRun run, ImportRow row, Map<String, String> values) {
        if (row.outcome() != RowOutcome.BAD && row.outcome() != RowOutcome.CONFLICT) {
            throw Refusal.conflict("import-row-good", row.row());
        }
        Map<String, String> corrected = new LinkedHashMap<>(row.values());
        corrected.putAll(values);
        ImportLine line = new ImportLine(row.row(), row.line(), corrected);
        return triage.table(tx, by.courtId())
                .chain(table -> judge.judge(tx, run, row.row(), List.of(line), table))
                .map(judged -> judged.get(0))
                .call(after -> imports.updateRow(tx, run, after))
                .call(after -> imports.save(tx, run.changed(List.of(row), List.of(after), 0)))
                .call(after -> audit.write(
                        tx,
                        audited(by),
                        List.of(new Entry(
                                "import.corrected",
                                null,
                                run.id(),
                                Map.of("row", row.row(), "before", row.values(), "after", corrected)))));
    }

    private static void refuseUnknown(Map<String, String> values) {
        List<Refusal.FieldError> errors = values.entrySet().stream()
                .flatMap(e -> refused(e.getKey(), e.getValue()).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static List<Refusal.FieldError> refused(String column, @Nullable String value) {
        if (RegisterColumn.ofHeader(column).isEmpty()) {
            return List.of(Refusal.FieldError.of(column, value, "field.column"));
        }
        if (value == null) {
            return List.of(Refusal.FieldError.of(column, null, "field.required"));
        }
        return value.length() > CELL_MOST
                ? List.of(Refusal.FieldError.of(column, null, "field.length", CELL_MOST))
                : List.of();
    }

    private static Audit.By audited(Actor by) {
        return new Audit.By(by.courtId(), by.personId(), by.name());
    }
}
