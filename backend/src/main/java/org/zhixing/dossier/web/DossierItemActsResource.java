package org.zhixing.dossier.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.dossier.PageCounts;
import org.zhixing.dossier.rules.Manner;
import org.zhixing.flow.OpenItem;
import org.zhixing.flow.PlaceItem;
import org.zhixing.flow.PrintItem;
import org.zhixing.platform.Versions;

/** What is done with an item beside its content: found by its pages, put in another place, put on paper. */
@Path("/api/v1/dossier-items/{id}")
@Tag(name = "files")
public class DossierItemActsResource {
    private final Actors actors;
    private final OpenItem opening;
    private final PageCounts counts;
    private final PlaceItem placing;
    private final PrintItem printing;

    DossierItemActsResource(Actors actors, OpenItem opening, PageCounts counts, PlaceItem placing, PrintItem printing) {
        this.actors = actors;
        this.opening = opening;
        this.counts = counts;
        this.placing = placing;
        this.printing = printing;
    }

    @Schema(name = "DossierPlace")
    public record Place(
            @Schema(description = "Among the standing items of its category, from 1; behind the last means the last")
            @Min(1)
            @Max(1_000_000)
            int place) {}

    @Schema(name = "DossierPlaced")
    public record Placed(
            int position,

            @Schema(description = "Of the row, for If-Match")
            int version) {}

    @Schema(name = "DossierPrint")
    public record Print(
            @Schema(description = "Of the file; the latest when not said") @Nullable
            Integer version,

            @Schema(description = "The whole of it when not said", examples = "1-3,7")
            @Size(max = 200)
            @Pattern(regexp = "[1-9][0-9]*(-[1-9][0-9]*)?(,[1-9][0-9]*(-[1-9][0-9]*)?)*")
            @Nullable
            String pages) {}

    @GET
    @Path("page-tree")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getDossierPageTree",
            summary = "Of a PDF of many pages, an update to be read behind its bytes",
            description =
                    "The file's own pages on a tree of a few each: a viewer that fetches ranges then finds one page"
                            + " without the others. To read it is to view the item.")
    @APIResponse(
            responseCode = "200",
            description = "An incremental update of the PDF; empty where none is needed or can be made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<Response> pageTree(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Of the file; the latest when not said") @Nullable Integer version) {
        return actors.current().chain(actor -> opening.open(actor, id, version, Manner.VIEW)
                .chain(item ->
                        counts.tree(actor.courtId(), item.latest().content().file()))
                .map(tree -> Response.ok(tree.getBytes())
                        .header("Cache-Control", "private, max-age=3600")
                        .header("X-Content-Type-Options", "nosniff")
                        .build()));
    }

    @POST
    @Path("place")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.POLICE})
    @Operation(operationId = "placeDossierItem", summary = "Moves an item to another place within its category")
    @APIResponse(responseCode = "200", description = "Where it lies now")
    @APIResponse(responseCode = "403", description = "Neither a handler nor a keeper of the file")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    @APIResponse(responseCode = "409", description = "Removed")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "The case is closed")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Placed> place(
            @RestPath UUID id,
            @NotNull @Valid Place request,
            @HeaderParam("If-Match") @Parameter(description = "The item's version", example = "\"1\"") @Nullable
                    String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> placing.place(actor, id, version, request.place()))
                .map(item -> new Placed(item.position(), item.version()));
    }

    @POST
    @Path("prints")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "printDossierItem",
            summary = "Says that an item, or pages of it, are put on paper; every time is audited",
            description =
                    "To be called before the paper is made; its watermark carries the caller's name and the time.")
    @APIResponse(responseCode = "200", description = "When, as the watermark is to say")
    @APIResponse(responseCode = "403", description = "Lent to be consulted only")
    @APIResponse(responseCode = "404", description = "Not there, not in sight and not lent")
    public Uni<PrintItem.Printed> print(@RestPath UUID id, @NotNull @Valid Print request) {
        return actors.current().chain(actor -> printing.print(actor, id, request.version(), request.pages()));
    }
}
