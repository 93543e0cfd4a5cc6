package org.zhixing.dossier.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.Nodes;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Thumbnails;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.content.Drawing;
import org.zhixing.dossier.rules.ByteRange;
import org.zhixing.dossier.rules.Manner;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.flow.OpenItem;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.supervise.Slips;

/**
 * Evidence as it was handed in. A file is found only through an item of a volume or a node in the caller's sight, or a
 * supervision slip that it answers, so nothing else that is kept, e.g. a register, can be fetched by guessing its id.
 */
@Path("/api/v1/files")
@Tag(name = "files")
public class FileResource {
    private static final int GLIMPSE = 320;

    private final Actors actors;
    private final OpenItem opening;
    private final Volumes volumes;
    private final Nodes nodes;
    private final Slips slips;
    private final Files files;
    private final Thumbnails thumbnails;
    private final Database database;

    FileResource(
            Actors actors,
            OpenItem opening,
            Volumes volumes,
            Nodes nodes,
            Slips slips,
            Files files,
            Thumbnails thumbnails,
            Database database) {
        this.actors = actors;
        this.opening = opening;
        this.volumes = volumes;
        this.nodes = nodes;
        this.slips = slips;
        this.files = files;
        this.thumbnails = thumbnails;
        this.database = database;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getFile",
            summary = "The file that proves a node done or answers a supervision slip, whole or a range of its bytes")
    @APIResponse(
            responseCode = "200",
            description = "The file as an attachment; its ETag is its SHA-256",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range of bytes that was asked")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    @APIResponse(responseCode = "416", description = "The file has no byte in that range")
    public Multi<byte[]> get(
            @RestPath UUID id,
            @HeaderParam("Range") @Parameter(example = "bytes=0-1023") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        Uni<Download> download = actors.current()
                .chain(actor -> find(actor, id, Manner.DOWNLOAD))
                .map(file -> Download.of(file, range, ifRange));
        return RestMulti.fromUniResponse(download, d -> bytes(id, d.range()), Download::headers, Download::status);
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces("image/jpeg")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "getThumbnail",
            summary = "A picture of a file, small or as large as a sheet: of a JPEG, PNG or WebP, or of a page of a"
                    + " TIFF or PDF, drawn anew;"
                    + " one above 320 pixels counts as an opening of the item")
    @APIResponse(
            responseCode = "200",
            description = "A JPEG without anything of the original but what is seen, upright",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    @APIResponse(
            responseCode = "404",
            description = "Not there or not in sight; or there is no picture of it, with the reason")
    @APIResponse(responseCode = "503", description = "Too many pictures are being drawn")
    public Uni<Response> thumbnail(
            @RestPath UUID id,
            @RestQuery @DefaultValue("1") @Min(1) @Max(100_000) int page,
            @Parameter(description = "Pixels of the longer side; the next of 160, 320, 640 and 1754 is taken")
                    @RestQuery
                    @DefaultValue("320")
                    @Min(16)
                    @Max(Drawing.SHEET)
                    int size,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return actors.current()
                .chain(actor -> seen(actor, id, size).chain(file -> thumbnails.of(actor.courtId(), file, page, size)))
                .map(picture -> answer(picture, known));
    }

    private static Response answer(Thumbnails.Thumbnail picture, @Nullable String known) {
        String etag = "\"" + picture.sha256() + "\"";
        Response.ResponseBuilder answer = known != null && known.contains(etag)
                ? Response.notModified()
                : Response.ok(picture.jpeg(), "image/jpeg");
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** Up to 320 pixels no line of a page can be read; a larger picture of an item is an opening of it. */
    private Uni<StoredFile> seen(Actor actor, UUID id, int size) {
        return size > GLIMPSE
                ? find(actor, id, Manner.VIEW)
                : volumes.glimpse(database.reading(), actor, id).chain(found -> found.map(Uni.createFrom()::item)
                        .orElseGet(() -> find(actor, id, Manner.VIEW)));
    }

    private Uni<StoredFile> find(Actor actor, UUID id, Manner how) {
        return inSight(actor, id, how)
                .chain(() -> files.find(database.reading(), actor.courtId(), id))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** An item of a volume first, since that opening is audited. */
    private Uni<Void> inSight(Actor actor, UUID id, Manner how) {
        return opened(actor, id, how)
                .onFailure(Refusal.class)
                .recoverWithUni(
                        () -> nodes.provenBy(database.reading(), actor, id).replaceWithVoid())
                .onFailure(Refusal.class)
                .recoverWithUni(
                        () -> slips.answeredWith(database.reading(), actor, id).replaceWithVoid());
    }

    private Uni<Void> opened(Actor actor, UUID id, Manner how) {
        return volumes.having(database.reading(), actor.courtId(), id).chain(items -> {
            Uni<Void> found = Uni.createFrom().failure(Refusal.notFound());
            for (Map.Entry<UUID, Integer> item : items) {
                found = found.onFailure(Refusal.class)
                        .recoverWithUni(() -> opening.open(actor, item.getKey(), item.getValue(), how)
                                .replaceWithVoid());
            }
            return found;
        });
    }

    private Multi<byte[]> bytes(UUID id, ByteRange range) {
        return range.unsatisfiable()
                ? Multi.createFrom().empty()
                : files.read(database.reading(), id, range.from(), range.to()).map(buffer -> buffer.getBytes());
    }
}
