package org.zhixing.dossier.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.cases.Cases;
import org.zhixing.dossier.Upload;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Source;
import org.zhixing.flow.FileItem;
import org.zhixing.flow.HandInItem;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The volume of a case 电子卷宗. */
@Path("/api/v1/cases/{id}/dossier")
@Tag(name = "files")
public class DossierResource {
    private static final int LONGEST_TITLE = 200;

    private final Actors actors;
    private final Cases cases;
    private final Volumes volumes;
    private final HandInItem handIn;
    private final Database database;

    DossierResource(Actors actors, Cases cases, Volumes volumes, HandInItem handIn, Database database) {
        this.actors = actors;
        this.cases = cases;
        this.volumes = volumes;
        this.handIn = handIn;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getDossier",
            summary = "A case's volume: catalogue with counts, a page of items, what each way of closing still wants")
    @APIResponse(responseCode = "200", description = "The volume")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<DossierView> get(
            @RestPath UUID id,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        boolean english = Messages.locale(language).getLanguage().equals(Locale.ENGLISH.getLanguage());
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> volumes.counts(database.reading(), actor.courtId(), id)
                        .chain(counts -> volumes.list(database.reading(), actor.courtId(), id, category, after, size)
                                .map(page -> DossierView.of(
                                        volumes.catalogue(),
                                        counts,
                                        page,
                                        found.row().kind(),
                                        english)))));
    }

    @POST
    @Path("items")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.POLICE})
    @Operation(
            operationId = "fileDossierItem",
            summary = "Files an item in the volume; the open node that it is evidence for is done by it")
    @APIResponse(
            responseCode = "201",
            description = "The item, and the node that it completed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileItem.ItemFiled.class)))
    @APIResponse(responseCode = "403", description = "Neither a handler, nor of the responsible team, nor file keeper")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    @APIResponse(responseCode = "409", description = "The node ended already")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "422", description = "The case is closed, or the node asks for another category")
    public Uni<RestResponse<FileItem.ItemFiled>> file(
            @RestPath UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("category") @Nullable String category,
            @RestForm("title") @Nullable String title,
            @RestForm("source") @Schema(implementation = Source.class) @Nullable String source,
            @RestForm("nodeId") @Schema(format = "uuid") @Nullable String nodeId,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        if (category == null || category.isBlank()) {
            throw Refusal.field("category", null, "field.required");
        }
        Upload upload = Upload.of("file", file);
        String named = title == null || title.isBlank() ? upload.name() : title.strip();
        if (named.length() > LONGEST_TITLE) {
            throw Refusal.field("title", named, "field.length", LONGEST_TITLE);
        }
        Source from = Asked.choice(Source.class, "source", source);
        var asked = new HandInItem.Request(
                id, upload, category, named, from == null ? Source.UPLOAD : from, Asked.uuid("nodeId", nodeId));
        return actors.current()
                .chain(actor -> handIn.handIn(actor, asked, key))
                .map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }
}
