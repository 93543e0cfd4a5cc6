package org.zhixing.dossier.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.dossier.Findings;
import org.zhixing.dossier.Uploads;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.dossier.rules.FileName;
import org.zhixing.dossier.rules.FileUpload;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.rules.PartChecksum;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Problem;
import org.zhixing.platform.ProblemMapper;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.UploadLimit;

/** Resumable uploads by tus 1.0 (core, creation, checksum, termination); an upload is its sender's alone. */
@Path("/api/v1/uploads")
@Tag(name = "uploads")
@RolesAllowed({
    Roles.PRESIDENT,
    Roles.DIRECTOR,
    Roles.TEAM_LEADER,
    Roles.JUDGE,
    Roles.EXECUTOR,
    Roles.JUDGE_ASSISTANT,
    Roles.CLERK,
    Roles.POLICE,
    Roles.TRIAGE,
    Roles.NODE_CONTROL,
    Roles.FUNDS,
    Roles.RESTRICTION,
    Roles.FINAL_REVIEW,
    Roles.QUALITY,
    Roles.ARCHIVE
})
public class UploadResource {
    private static final String PART = "application/offset+octet-stream";

    private final Actors actors;
    private final Uploads uploads;
    private final ProblemMapper problems;
    private final Vertx vertx;

    UploadResource(Actors actors, Uploads uploads, ProblemMapper problems, Vertx vertx) {
        this.actors = actors;
        this.uploads = uploads;
        this.problems = problems;
        this.vertx = vertx;
    }

    @OPTIONS
    @Operation(operationId = "describeUploads", summary = "Which protocol and extensions uploads speak, as headers")
    @APIResponse(responseCode = "204", description = "Tus-Version, Tus-Extension, Tus-Checksum-Algorithm, Tus-Max-Size")
    public Uni<RestResponse<Void>> describe() {
        return actors.current().chain(uploads::largest).map(most -> RestResponse.ResponseBuilder.<Void>noContent()
                .header("Tus-Max-Size", most)
                .header("Tus-Checksum-Algorithm", PartChecksum.KNOWN)
                .build());
    }

    @POST
    @Operation(
            operationId = "beginUpload",
            summary = "Begins an upload; Upload-Metadata names filename, and sha256 in hex where it is known")
    @APIResponse(responseCode = "201", description = "Begun; Location is its address")
    @APIResponse(responseCode = "412", description = "Another version of the protocol")
    @APIResponse(responseCode = "413", description = "Larger than the court takes of that kind")
    @APIResponse(responseCode = "422", description = "Empty, or of a kind that is not taken")
    public Uni<RestResponse<Void>> begin(
            @HeaderParam("Tus-Resumable") @Nullable String version,
            @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        speaks(version);
        Map<String, String> said = TusMetadata.read(metadata);
        String sent = said.getOrDefault("filename", "");
        if (FileName.climbs(sent)) {
            throw Findings.refusal(Finding.of("file-name-climbs", sent));
        }
        String name = FileName.plain(sent, "");
        if (name.isEmpty()) {
            throw Refusal.field("filename", sent, "field.required");
        }
        String sha256 = said.get("sha256");
        if (sha256 != null && !BlobKey.isSha256(sha256)) {
            throw Refusal.field("sha256", sha256, "field.unreadable");
        }
        if (key != null && key.length() > 200) {
            throw Refusal.field("Idempotency-Key", key, "field.length", 200);
        }
        var announced = new Uploads.Announced(
                name, Objects.requireNonNullElse(metadata, ""), number("Upload-Length", length), sha256);
        return actors.current()
                .chain(actor -> uploads.begin(actor, announced, key == null || key.isBlank() ? null : key))
                .map(id -> RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.CREATED)
                        .header("Location", "/api/v1/uploads/" + id)
                        .build());
    }

    @HEAD
    @Path("/{id}")
    @Operation(operationId = "askUploadOffset", summary = "How many bytes of an upload are on the server's disk")
    @APIResponse(responseCode = "200", description = "Upload-Offset and Upload-Length")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
    public Uni<RestResponse<Void>> offset(@RestPath UUID id) {
        return actors.current().chain(actor -> uploads.find(actor, id)).map(upload -> {
            RestResponse.ResponseBuilder<Void> answer = RestResponse.ResponseBuilder.<Void>ok()
                    .header("Upload-Offset", upload.received())
                    .header("Upload-Length", upload.size())
                    .header("Cache-Control", "no-store");
            return upload.metadata().isEmpty()
                    ? answer.build()
                    : answer.header("Upload-Metadata", upload.metadata()).build();
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes(PART)
    @Operation(
            operationId = "continueUpload",
            summary = "Goes on with an upload from the offset; what arrives before the connection breaks is kept")
    @RequestBody(content = @Content(mediaType = PART, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "204", description = "Taken; Upload-Offset is the new one")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
    @APIResponse(responseCode = "409", description = "The server has more or fewer bytes, or has them all")
    @APIResponse(responseCode = "413", description = "More than was announced")
    @APIResponse(responseCode = "423", description = "Another connection is just sending")
    @APIResponse(responseCode = "460", description = "The part is not what its checksum says; nothing of it is kept")
    public Uni<RestResponse<Void>> receive(
            @RestPath UUID id,
            @HeaderParam("Tus-Resumable") @Nullable String version,
            @HeaderParam("Upload-Offset") @Nullable String offset,
            @HeaderParam("Upload-Checksum")
                    @Parameter(
                            description = "Of this part: sha256 or sha1, a space, the digest in base64",
                            example = "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
                    @Nullable
                    String checksum,
            @Context @Parameter(hidden = true) RoutingContext context) {
        speaks(version);
        long from = number("Upload-Offset", offset);
        PartChecksum expected = checksum(checksum);
        Long announced = context.get(UploadLimit.ANNOUNCED);
        return actors.current()
                .chain(actor -> uploads.receive(
                        actor, id, from, announced == null ? 0 : announced, expected, context.request()))
                .onFailure()
                .invoke(() ->
                        vertx.getOrCreateContext().runOnContext(now -> UploadLimit.throwAway(vertx, context.request())))
                .map(now -> RestResponse.ResponseBuilder.<Void>noContent()
                        .header("Upload-Offset", now)
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeUpload", summary = "Throws an upload away that has not become a file")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
    @APIResponse(responseCode = "409", description = "It has become a file")
    @APIResponse(responseCode = "423", description = "A connection is just sending")
    public Uni<RestResponse<Void>> remove(@RestPath UUID id) {
        return actors.current().chain(actor -> uploads.remove(actor, id)).replaceWith(RestResponse.noContent());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getUpload", summary = "How far an upload has come, and why it was refused")
    @APIResponse(responseCode = "200", description = "The upload")
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
    public Uni<UploadView> get(
            @RestPath UUID id, @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return actors.current()
                .chain(actor -> uploads.find(actor, id))
                .map(upload -> new UploadView(
                        upload.id(),
                        upload.name(),
                        upload.size(),
                        upload.received(),
                        upload.state(),
                        upload.mediaType(),
                        upload.sha256(),
                        why(upload, language)));
    }

    private UploadView.@Nullable Why why(FileUpload upload, @Nullable String language) {
        Finding finding = upload.refusal();
        if (finding == null) {
            return null;
        }
        Problem problem = problems.problem(Findings.refusal(finding), Messages.locale(language));
        return new UploadView.Why(problem.code(), problem.title(), problem.detail(), problem.remedy());
    }

    private static @Nullable PartChecksum checksum(@Nullable String said) {
        if (said == null) {
            return null;
        }
        return PartChecksum.read(said)
                .orElseThrow(() -> Refusal.field("Upload-Checksum", said, "upload.checksum", PartChecksum.KNOWN));
    }

    private static void speaks(@Nullable String version) {
        if (!TusHeaders.VERSION.equals(version)) {
            throw Refusal.of(412, "tus-version", TusHeaders.VERSION);
        }
    }

    private static long number(String header, @Nullable String text) {
        if (text == null || !text.matches("\\d{1,15}")) {
            throw Refusal.field(header, text, text == null ? "field.required" : "field.unreadable");
        }
        return Long.parseLong(text);
    }
}
