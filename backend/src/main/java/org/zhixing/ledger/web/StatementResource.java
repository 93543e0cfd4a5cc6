package org.zhixing.ledger.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.dossier.Upload;
import org.zhixing.flow.ImportStatement;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.LiveProgress;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The bank's statements: upload, preview, commit. */
@Path("/api/v1/statements")
@Tag(name = "statements")
public class StatementResource {
    private final Actors actors;
    private final Statements statements;
    private final Looks looks;
    private final Database database;
    private final ImportStatement importing;
    private final StatementFaults faults;
    private final LiveProgress progress;
    private final Messages messages;

    StatementResource(
            Actors actors,
            Statements statements,
            Looks looks,
            Database database,
            ImportStatement importing,
            StatementFaults faults,
            LiveProgress progress,
            Messages messages) {
        this.actors = actors;
        this.statements = statements;
        this.looks = looks;
        this.database = database;
        this.importing = importing;
        this.faults = faults;
        this.progress = progress;
        this.messages = messages;
    }

    @POST
    @RolesAllowed(Roles.FUNDS)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadStatement",
            summary = "Uploads a bank's statement (CSV in UTF-8 or GB18030, XLSX, or camt.053) and has it checked",
            description = "Nothing is booked yet. Without mappingId the file is recognised by its header.")
    @APIResponse(
            responseCode = "201",
            description = "Kept, and being checked",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Neither CSV, XLSX nor XML")
    @APIResponse(responseCode = "422", description = "Empty, damaged, of an unknown encoding, or known by no mapping")
    public Uni<RestResponse<StatementView>> upload(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("mappingId") @Nullable String mappingId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        if (file == null) {
            throw Refusal.field("file", null, "field.required");
        }
        Locale locale = Messages.locale(language);
        UUID mapping = Asked.uuid("mappingId", mappingId);
        String name = Upload.plainName(file.fileName(), "statement");
        String type = file.contentType() == null ? MediaType.APPLICATION_OCTET_STREAM : file.contentType();
        var upload = new ImportStatement.Upload(file.uploadedFile(), name, type, mapping, key);
        return actors.current()
                .chain(actor -> importing
                        .upload(actor, upload)
                        .onFailure(RefusedStatement.class)
                        .transform(refused -> refusal((RefusedStatement) refused, locale))
                        .chain(id -> find(actor, id, locale)))
                .map(view -> RestResponse.ResponseBuilder.<StatementView>created(
                                URI.create("/api/v1/statements/" + view.id()))
                        .entity(view)
                        .build());
    }

    private Refusal refusal(RefusedStatement refused, Locale locale) {
        FaultCode code = refused.fault().code();
        boolean kind = code == FaultCode.FILE_KIND || code == FaultCode.FILE_XLS;
        return Refusal.of(
                kind ? 415 : 422,
                "statement-file",
                StatementView.sentence(refused.fault(), messages, locale),
                code.name());
    }

    @GET
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listStatements", summary = "Statements of the court, newest first")
    public Uni<Page<StatementView>> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Cursor after = Cursor.parse(cursor);
        int size = Page.limit(limit);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> statements
                        .list(database.reading(), actor.courtId(), after == null ? null : after.uuid(), size + 1)
                        .chain(runs -> statements.seen(database.reading(), actor.courtId(), runs)))
                .map(all -> Page.of(all, size, seen -> Cursor.of("", seen.run().id()))
                        .map(seen -> StatementView.from(seen, messages, locale)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "getStatement", summary = "How far a statement has come")
    public Uni<StatementView> get(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return actors.current().chain(actor -> find(actor, id, Messages.locale(language)));
    }

    private Uni<StatementView> find(Actor actor, UUID id, Locale locale) {
        return statements
                .seen(database.reading(), actor.courtId(), id)
                .map(seen -> StatementView.from(seen, messages, locale));
    }

    @GET
    @Path("/{id}/events")
    @OwnStatement.Required
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "statementEvents",
            summary = "Server-sent events named progress, each with the Statement",
            description = "One at once and one at every change, at most two a second; a comment keeps the connection"
                    + " open. The stream ends after the event that says PREVIEWED, DONE or FAILED.")
    @APIResponse(
            responseCode = "200",
            description = "Events until nothing changes any more by itself",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StatementView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    public Multi<OutboundSseEvent> events(
            @RestPath UUID id,
            @Context Sse sse,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Locale locale = Messages.locale(language);
        return actors.current()
                .onItem()
                .transformToMulti(actor -> progress.of(
                        () -> statements.seen(database.reading(), actor.courtId(), id),
                        seen -> seen.run().status().working(),
                        StatementView.class,
                        seen -> StatementView.from(seen, messages, locale),
                        sse));
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listStatementRows", summary = "Lines of a statement and what becomes of each, in order")
    public Uni<Page<StatementRowView>> rows(
            @RestPath UUID id,
            @RestQuery @Nullable RowOutcome outcome,
            @RestQuery LineMatch.@Nullable Matched matched,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        int size = Page.limit(limit);
        int after = Cursor.row(cursor);
        Locale locale = Messages.locale(language);
        return actors.current().chain(actor -> statements
                .find(database.reading(), actor.courtId(), id)
                .chain(run -> statements
                        .rows(database.reading(), run, outcome, matched, after, size + 1)
                        .map(rows -> Page.of(
                                        rows,
                                        size,
                                        shown -> Cursor.of("", shown.row().row()))
                                .map(shown -> StatementRowView.from(shown, run, messages, locale)))
                        .call(() -> looks.at(actor, look("statement.looked", run)))));
    }

    @POST
    @Path("/{id}/commit")
    @RolesAllowed(Roles.FUNDS)
    @Operation(operationId = "commitStatement", summary = "Books the new lines; asked again, it changes nothing")
    @APIResponse(
            responseCode = "202",
            description = "Being booked, or booked already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    @APIResponse(responseCode = "409", description = "Still being checked, or failed")
    public Uni<RestResponse<StatementView>> commit(
            @RestPath UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> importing.commit(actor, id, key).chain(() -> find(actor, id, locale)))
                .map(view -> RestResponse.ResponseBuilder.<StatementView>create(202)
                        .entity(view)
                        .build());
    }

    private static Entry look(String action, StatementRun run) {
        return new Entry(action, null, run.id(), Map.of("file", run.fileName()));
    }

    @GET
    @Path("/{id}/errors.csv")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Produces("text/csv")
    @Operation(
            operationId = "statementErrors",
            summary = "What is wrong with each line, as CSV in UTF-8 whose cells no spreadsheet runs as formulas")
    @APIResponse(
            responseCode = "200",
            description = "One line an error or conflict: line, column, value, reason, serial number",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    public RestMulti<Buffer> errors(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Locale locale = Messages.locale(language);
        Uni<Actor> seen = actors.current().call(actor -> statements
                .find(database.reading(), actor.courtId(), id)
                .chain(run -> looks.took(actor, look("statement.exported", run))));
        return RestMulti.fromUniResponse(
                seen,
                actor -> faults.csv(actor, id, locale),
                actor -> Map.of(
                        HttpHeaders.CONTENT_TYPE, List.of("text/csv;charset=UTF-8"),
                        HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"errors.csv\"")));
    }
}
