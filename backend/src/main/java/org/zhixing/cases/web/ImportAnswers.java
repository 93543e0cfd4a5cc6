package org.zhixing.cases.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportSight;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RefusedFile;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.flow.ImportSheet;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.LiveProgress;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** What is answered about an import of either kind; who may ask is the resources' to say. */
@ApplicationScoped
class ImportAnswers {
    private final Actors actors;
    private final Imports imports;
    private final Database database;
    private final ImportSheet sheets;
    private final ImportFaults faults;
    private final LiveProgress progress;
    private final Messages messages;

    ImportAnswers(
            Actors actors,
            Imports imports,
            Database database,
            ImportSheet sheets,
            ImportFaults faults,
            LiveProgress progress,
            Messages messages) {
        this.actors = actors;
        this.imports = imports;
        this.database = database;
        this.sheets = sheets;
        this.faults = faults;
        this.progress = progress;
        this.messages = messages;
    }

    /** @param base where imports of that kind are */
    Uni<RestResponse<ImportView>> upload(
            SheetKind kind, String base, @Nullable FileUpload file, @Nullable String key, Locale locale) {
        if (file == null) {
            throw Refusal.field("file", null, "field.required");
        }
        String mediaType = file.contentType() == null ? MediaType.APPLICATION_OCTET_STREAM : file.contentType();
        String name = org.zhixing.dossier.Upload.plainName(
                file.fileName(), kind.name().toLowerCase(Locale.ROOT));
        ImportSheet.Upload upload = new ImportSheet.Upload(kind, file.uploadedFile(), name, mediaType, key);
        return actors.current()
                .chain(actor -> sheets.upload(actor, upload)
                        .onFailure(RefusedFile.class)
                        .transform(refused -> refusal((RefusedFile) refused, kind, locale))
                        .chain(id -> find(actor, kind, id)))
                .map(run -> RestResponse.ResponseBuilder.<ImportView>created(URI.create(base + "/" + run.id()))
                        .entity(ImportView.from(run, messages, locale))
                        .build());
    }

    private Refusal refusal(RefusedFile refused, SheetKind kind, Locale locale) {
        ReasonCode code = refused.reason().code();
        boolean wrongKind = code == ReasonCode.FILE_KIND || code == ReasonCode.FILE_XLS;
        return Refusal.of(
                wrongKind ? 415 : 422,
                kind == SheetKind.REGISTER ? "register-file" : "query-file",
                ImportView.sentence(refused.reason(), messages, locale),
                code.name());
    }

    Uni<Page<ImportView>> list(SheetKind kind, @Nullable String cursor, @Nullable Integer limit, Locale locale) {
        Cursor after = Cursor.parse(cursor);
        int size = Page.limit(limit);
        return actors.current()
                .chain(actor -> imports.list(
                        database.reading(),
                        actor.courtId(),
                        kind,
                        ImportSight.everybodys(actor, kind) ? null : actor.personId(),
                        after == null ? null : after.uuid(),
                        size + 1))
                .map(runs -> Page.of(runs, size, run -> Cursor.of("", run.id()))
                        .map(run -> ImportView.from(run, messages, locale)));
    }

    Uni<ImportView> get(SheetKind kind, UUID id, Locale locale) {
        return actors.current()
                .chain(actor -> find(actor, kind, id))
                .map(run -> ImportView.from(run, messages, locale));
    }

    /** 404 where the actor may not see it. */
    private Uni<ImportRun> find(Actor actor, SheetKind kind, UUID id) {
        return imports.find(database.reading(), actor.courtId(), kind, id).invoke(run -> {
            if (!ImportSight.sees(actor, run)) {
                throw Refusal.notFound();
            }
        });
    }

    Multi<OutboundSseEvent> events(SheetKind kind, UUID id, Sse sse, Locale locale) {
        return actors.current()
                .onItem()
                .transformToMulti(actor -> progress.of(
                        () -> find(actor, kind, id),
                        run -> run.status().working(),
                        ImportView.class,
                        run -> ImportView.from(run, messages, locale),
                        sse));
    }

    Uni<Page<ImportRowView>> rows(
            SheetKind kind,
            UUID id,
            @Nullable RowOutcome outcome,
            @Nullable String cursor,
            @Nullable Integer limit,
            Locale locale) {
        int size = Page.limit(limit);
        int after = after(cursor);
        return actors.current().chain(actor -> find(actor, kind, id)
                .chain(run -> imports.rows(database.reading(), run.courtId(), id, outcome, after, size + 1)
                        .map(rows -> Page.of(rows, size, row -> Cursor.of("", row.row()))
                                .map(row -> ImportRowView.from(row, shown(actor, run), messages, locale)))));
    }

    /** Only a register's rows are corrected in place. */
    Uni<ImportRowView> correct(UUID id, int row, Map<String, String> values, Locale locale) {
        return actors.current().chain(actor -> sheets.correct(actor, id, row, values)
                .chain(corrected -> find(actor, SheetKind.REGISTER, id)
                        .map(run -> ImportRowView.from(corrected, shown(actor, run), messages, locale))));
    }

    private static ShownCells shown(Actor actor, ImportRun run) {
        return new ShownCells(run.kind(), ImportSight.own(actor, run));
    }

    private static int after(@Nullable String text) {
        Cursor cursor = Cursor.parse(text);
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", text, "field.cursor");
        }
    }

    Uni<RestResponse<ImportView>> commit(SheetKind kind, UUID id, Locale locale) {
        return actors.current()
                .chain(actor -> sheets.commit(actor, kind, id))
                .map(run -> RestResponse.ResponseBuilder.<ImportView>create(202)
                        .entity(ImportView.from(run, messages, locale))
                        .build());
    }

    RestMulti<Buffer> errors(SheetKind kind, UUID id, Locale locale) {
        Uni<Asked> found = actors.current().chain(actor -> find(actor, kind, id).map(run -> new Asked(actor, run)));
        return RestMulti.fromUniResponse(
                found,
                asked -> faults.csv(asked.run().courtId(), id, shown(asked.actor(), asked.run()), locale),
                asked -> Map.of(
                        HttpHeaders.CONTENT_TYPE, List.of("text/csv;charset=UTF-8"),
                        HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"errors.csv\"")));
    }

    private record Asked(Actor actor, ImportRun run) {}
}
