package org.zhixing.dossier.web;

import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.ByteRange;
import org.zhixing.dossier.rules.Manner;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.flow.OpenItem;
import org.zhixing.flow.RemoveItem;
import org.zhixing.flow.ReplaceItem;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;

/** An item of a case's volume: read, with every opening audited, and removed with a reason. */
@Path("/api/v1/dossier-items/{id}")
@Tag(name = "files")
public class DossierItemResource {
    /** What a browser shows without running anything of it; SVG and HTML are not among them. */
    private static final Set<String> SHOWN = Set.of(
            "application/pdf",
            "image/jpeg",
            "image/png",
            "image/webp",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/ogg",
            "audio/wav",
            "video/mp4",
            "video/webm");

    private final Actors actors;
    private final OpenItem opening;
    private final RemoveItem removal;
    private final ReplaceItem replacement;
    private final Files files;
    private final Database database;

    DossierItemResource(
            Actors actors,
            OpenItem opening,
            RemoveItem removal,
            ReplaceItem replacement,
            Files files,
            Database database) {
        this.actors = actors;
        this.opening = opening;
        this.removal = removal;
        this.replacement = replacement;
        this.files = files;
        this.database = database;
    }

    @Schema(name = "DossierRemoval")
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    @Schema(name = "NewDossierVersion")
    public record NewVersion(
            @NotNull UUID uploadId,
            @NotBlank @Size(max = 500) String reason) {}

    private record Part(Download download, boolean inline) {

        Map<String, List<String>> headers() {
            StoredFile file = download.file();
            Map<String, List<String>> headers = download.headers();
            if (inline && SHOWN.contains(file.mediaType())) {
                headers.put("Content-Type", List.of(file.mediaType()));
                headers.put(
                        "Content-Disposition",
                        List.of(DownloadName.attachment(file.name()).replaceFirst("^attachment", "inline")));
            }
            headers.put("X-Content-Type-Options", List.of("nosniff"));
            headers.put("Content-Security-Policy", List.of("sandbox; default-src 'none'"));
            return headers;
        }
    }

    @GET
    @Path("content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getDossierItemContent",
            summary = "The file of an item, whole or a range of its bytes; every viewing and every download is audited")
    @APIResponse(
            responseCode = "200",
            description = "The file; its ETag is its SHA-256",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range of bytes that was asked")
    @APIResponse(responseCode = "403", description = "Lent to be consulted only, and not shown inline")
    @APIResponse(responseCode = "404", description = "Not there, not in sight and not lent")
    @APIResponse(responseCode = "416", description = "The file has no byte in that range")
    public Multi<byte[]> content(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Of the file; the latest when not said") @Nullable Integer version,
            @RestQuery @Parameter(description = "inline, where a browser can show it safely") @Nullable
                    String disposition,
            @HeaderParam("Range") @Parameter(example = "bytes=0-1023") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        boolean inline = "inline".equals(disposition);
        Uni<Part> part = actors.current()
                .chain(actor -> opening.open(actor, id, version, inline ? Manner.VIEW : Manner.DOWNLOAD))
                .map(item -> item.latest().content().file())
                .map(file -> new Part(Download.of(file, range, ifRange), inline));
        return RestMulti.fromUniResponse(
                part, this::bytes, Part::headers, each -> each.download().status());
    }

    private Multi<byte[]> bytes(Part part) {
        ByteRange range = part.download().range();
        return range.unsatisfiable()
                ? Multi.createFrom().empty()
                : files.read(database.reading(), part.download().file().id(), range.from(), range.to())
                        .map(buffer -> buffer.getBytes());
    }

    @POST
    @Path("removal")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.POLICE})
    @Operation(
            operationId = "removeDossierItem",
            summary = "Removes an item with a reason; it is kept, and the node that it proved is open again")
    @APIResponse(responseCode = "200", description = "Removed; the node that is open again, if any")
    @APIResponse(responseCode = "403", description = "Neither a handler nor a keeper of the file")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    @APIResponse(responseCode = "409", description = "Removed already, or the node's duty runs anew")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "The case is closed")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RemoveItem.Removed> remove(
            @RestPath UUID id,
            @NotNull @Valid Reason request,
            @HeaderParam("If-Match") @Parameter(description = "The item's version", example = "\"1\"") @Nullable
                    String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor ->
                        removal.remove(actor, id, version, request.reason().strip()));
    }

    @POST
    @Path("versions")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.POLICE})
    @Operation(
            operationId = "replaceDossierItem",
            summary = "Puts a newer version of an item above the last, with a reason; the last stays")
    @APIResponse(
            responseCode = "201",
            description = "The new version's number",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplaceItem.Replaced.class)))
    @APIResponse(responseCode = "403", description = "Neither a handler nor a keeper of the file")
    @APIResponse(responseCode = "404", description = "Item or upload not there or not in sight")
    @APIResponse(responseCode = "409", description = "Removed already, or the upload is not finished")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "The case is closed, or the file was refused")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @ResponseStatus(201)
    public Uni<ReplaceItem.Replaced> replace(
            @RestPath UUID id,
            @NotNull @Valid NewVersion request,
            @HeaderParam("If-Match") @Parameter(description = "The item's version", example = "\"1\"") @Nullable
                    String ifMatch) {
        var asked = new ReplaceItem.Request(
                id,
                Versions.required(ifMatch),
                request.uploadId(),
                request.reason().strip());
        return actors.current().chain(actor -> replacement.replace(actor, asked));
    }
}
