package org.zhixing.dossier.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Catalogues;
import org.zhixing.dossier.PageCounts;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.flow.FileItem;
import org.zhixing.flow.HandInItem;
import org.zhixing.flow.ReadVolume;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versioned;

/** The volume of a case 电子卷宗. */
@Path("/api/v1/cases/{id}/dossier")
@Tag(name = "files")
public class DossierResource {
    /** What becomes of a finished upload. */
    @Schema(name = "NewDossierItem")
    public record NewItem(
            @NotNull UUID uploadId,
            @NotBlank String category,

            @Schema(description = "The file's name when not said") @Size(max = 200) @Nullable
            String title,

            @Schema(description = "UPLOAD when not said") @Nullable
            Source source,

            @Nullable Instant takenAt,
            @Size(max = 200) @Nullable String place,
            @Size(max = 500) @Nullable String note,
            @Nullable UUID nodeId) {

        HandInItem.Request of(UUID caseId) {
            return new HandInItem.Request(
                    caseId,
                    uploadId,
                    category,
                    title == null || title.isBlank() ? null : title.strip(),
                    source == null ? Source.UPLOAD : source,
                    takenAt,
                    place,
                    note,
                    nodeId);
        }
    }

    private final Actors actors;
    private final ReadVolume reading;
    private final Volumes volumes;
    private final Catalogues catalogues;
    private final PageCounts pages;
    private final HandInItem handIn;
    private final Database database;

    DossierResource(
            Actors actors,
            ReadVolume reading,
            Volumes volumes,
            Catalogues catalogues,
            PageCounts pages,
            HandInItem handIn,
            Database database) {
        this.actors = actors;
        this.reading = reading;
        this.volumes = volumes;
        this.catalogues = catalogues;
        this.pages = pages;
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
    @APIResponse(responseCode = "404", description = "Not there, not in sight and not lent")
    public Uni<DossierView> get(
            @RestPath UUID id,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        boolean english = Messages.locale(language).getLanguage().equals(Locale.ENGLISH.getLanguage());
        return actors.current().chain(actor -> reading.of(database.reading(), actor, id, ReadVolume.Purpose.LOOK)
                .chain(read -> catalogues
                        .today(database.reading(), actor.courtId())
                        .chain(policy -> volumes.counts(database.reading(), actor.courtId(), id)
                                .chain(counts -> volumes.list(
                                                database.reading(),
                                                new VolumeItem.Asked(actor.courtId(), id, category),
                                                policy.document().codes(),
                                                after,
                                                size)
                                        .chain(page -> lying(actor, id, policy, page)
                                                .map(lying -> DossierView.of(
                                                        policy,
                                                        counts,
                                                        page,
                                                        lying,
                                                        read.of().row().kind(),
                                                        english)))))));
    }

    private Uni<DossierView.Lying> lying(Actor actor, UUID id, Versioned<Catalogue> policy, Page<VolumeItem> page) {
        List<UUID> shown = page.items().stream().map(VolumeItem::id).toList();
        return pages.places(
                        database.reading(),
                        actor.courtId(),
                        id,
                        policy.document().codes(),
                        PageCounts.LOOKING)
                .chain(places -> volumes.versions(database.reading(), actor.courtId(), shown)
                        .map(versions -> DossierView.Lying.of(places, versions)));
    }

    @POST
    @Path("items")
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
    @APIResponse(responseCode = "409", description = "The node ended, or the upload is not finished")
    @APIResponse(responseCode = "422", description = "The case is closed, another category, or the file was refused")
    public Uni<RestResponse<FileItem.ItemFiled>> file(
            @RestPath UUID id, @NotNull @Valid NewItem request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current()
                .chain(actor -> handIn.handIn(actor, request.of(id), key))
                .map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }
}
