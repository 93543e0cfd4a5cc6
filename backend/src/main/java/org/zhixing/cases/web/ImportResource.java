package org.zhixing.cases.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
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
import org.zhixing.access.Roles;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** The register import: upload, preview, correct, commit. */
@Path("/api/v1/imports")
@Tag(name = "imports")
public class ImportResource {
    private static final String BASE = "/api/v1/imports";

    private final ImportAnswers answers;

    ImportResource(ImportAnswers answers) {
        this.answers = answers;
    }

    /** Other values for cells of a row. */
    @Schema(name = "ImportCorrection")
    public record Correction(
            @Schema(
                    description = "By column header; columns left out stay as they are",
                    examples = "{\"立案日期\": \"2022-03-01\"}")
            @Nullable
            Map<String, String> values) {}

    @POST
    @RolesAllowed(Roles.TRIAGE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadRegister",
            summary = "Uploads a register (CSV in UTF-8 or GB18030, or XLSX) and has it checked",
            description = "Nothing is filed yet: the import is checked in the background and then previewed.")
    @APIResponse(
            responseCode = "201",
            description = "Kept, and being checked",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Neither CSV nor XLSX")
    @APIResponse(responseCode = "422", description = "Empty, damaged, of an unknown encoding, or without the columns")
    public Uni<RestResponse<ImportView>> upload(
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.upload(SheetKind.REGISTER, BASE, file, key, Messages.locale(language));
    }

    @GET
    @RolesAllowed({Roles.TRIAGE, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listImports", summary = "Imports of the court, newest first")
    public Uni<Page<ImportView>> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.list(SheetKind.REGISTER, cursor, limit, Messages.locale(language));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.TRIAGE, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "getImport", summary = "How far an import has come")
    public Uni<ImportView> get(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.get(SheetKind.REGISTER, id, Messages.locale(language));
    }

    @GET
    @Path("/{id}/events")
    @OwnImport.Required
    @RolesAllowed({Roles.TRIAGE, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "importEvents",
            summary = "Server-sent events named progress, each with the Import",
            description = "One at once and one at every change, at most two a second; a comment keeps the connection"
                    + " open. The stream ends after the event that says PREVIEWED, DONE or FAILED.")
    @APIResponse(
            responseCode = "200",
            description = "Events until nothing changes any more by itself",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    public Multi<OutboundSseEvent> events(
            @RestPath UUID id,
            @Context Sse sse,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.events(SheetKind.REGISTER, id, sse, Messages.locale(language));
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Roles.TRIAGE, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(operationId = "listImportRows", summary = "Rows of an import and what becomes of each, in order")
    public Uni<Page<ImportRowView>> rows(
            @RestPath UUID id,
            @RestQuery @Nullable RowOutcome outcome,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.rows(SheetKind.REGISTER, id, outcome, cursor, limit, Messages.locale(language));
    }

    @PUT
    @Path("/{id}/rows/{row}")
    @RolesAllowed(Roles.TRIAGE)
    @Operation(
            operationId = "correctImportRow",
            summary = "Corrects a bad or conflicting row before the commit and checks it again")
    @APIResponse(responseCode = "200", description = "The row with its new outcome")
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    @APIResponse(responseCode = "409", description = "Not previewed, or the row is good already")
    public Uni<ImportRowView> correct(
            @RestPath UUID id,
            @RestPath int row,
            Correction correction,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        Map<String, String> values = correction == null || correction.values() == null ? Map.of() : correction.values();
        return answers.correct(id, row, values, Messages.locale(language));
    }

    @POST
    @Path("/{id}/commit")
    @RolesAllowed(Roles.TRIAGE)
    @Operation(operationId = "commitImport", summary = "Files the new rows; asked again, it changes nothing")
    @APIResponse(
            responseCode = "202",
            description = "Being filed, or filed already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    @APIResponse(responseCode = "409", description = "Still being checked, or failed")
    public Uni<RestResponse<ImportView>> commit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.commit(SheetKind.REGISTER, id, Messages.locale(language));
    }

    @GET
    @Path("/{id}/errors.csv")
    @RolesAllowed({Roles.TRIAGE, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Produces("text/csv")
    @Operation(
            operationId = "importErrors",
            summary = "What is wrong with each row, as CSV in UTF-8 whose cells no spreadsheet runs as formulas")
    @APIResponse(
            responseCode = "200",
            description = "One line an error or conflict: line, column, value, reason, case number",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another court's")
    public RestMulti<Buffer> errors(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        return answers.errors(SheetKind.REGISTER, id, Messages.locale(language));
    }
}
