package org.zhixing.field.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.field.Captures;
import org.zhixing.field.rules.Capture;
import org.zhixing.field.store.CaptureRows;
import org.zhixing.flow.FileCapture;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;

/** What officers took on the spot. */
@Path("/api/v1/field/captures")
@Tag(name = "field")
public class CaptureResource {
    private static final int LONGEST_RECORD = 4_000_000;

    private final Actors actors;
    private final FileCapture filing;
    private final TaskSlips slips;
    private final Captures captures;
    private final Names names;
    private final Database database;

    CaptureResource(
            Actors actors, FileCapture filing, TaskSlips slips, Captures captures, Names names, Database database) {
        this.actors = actors;
        this.filing = filing;
        this.slips = slips;
        this.captures = captures;
        this.names = names;
        this.database = database;
    }

    @Schema(name = "CapturePosition")
    public record Place(
            @DecimalMin("-90") @DecimalMax("90") double lat,
            @DecimalMin("-180") @DecimalMax("180") double lng,
            @DecimalMin("0") double accuracy) {}

    /** A capture with all that is known of it. */
    @Schema(name = "CaptureRequest")
    public record Request(
            @Schema(description = "Made on the phone; it is the idempotency key") @NotNull
            UUID id,

            @NotNull UUID slipId,
            @NotNull Capture.Kind kind,

            @Schema(description = "Taken at capture, in lower-case hex") @NotNull @Pattern(regexp = "[0-9a-f]{64}")
            String sha256,

            @NotNull Instant takenAt,

            @Schema(description = "Null: the phone could not say") @Valid @Nullable
            Place position,

            @Schema(description = "Why the phone could not say; null beside a position")
            Capture.@Nullable NoPosition noPosition,

            @Schema(description = "The finished upload of its bytes; null for a record") @Nullable
            UUID uploadId,

            @Schema(description = "A record as it was written and signed, as JSON: its bytes are what the hash is of")
            @Size(max = LONGEST_RECORD)
            @Nullable
            String record,

            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 60) String category) {

        Capture capture() {
            if (kind == Capture.Kind.RECORD && record == null) {
                throw Refusal.field("record", null, "field.required");
            }
            if (kind != Capture.Kind.RECORD && uploadId == null) {
                throw Refusal.field("uploadId", null, "field.required");
            }
            Capture.Position at =
                    position == null ? null : new Capture.Position(position.lat, position.lng, position.accuracy);
            Capture.NoPosition none = at == null ? noPosition : null;
            return new Capture(id, slipId, kind, sha256, takenAt, at, none, uploadId, record, title.strip(), category);
        }
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.POLICE})
    @Operation(
            operationId = "fileCapture",
            summary = "Files a capture in the slip's e-file and puts it to the slip; sent again, it is filed once")
    @APIResponse(
            responseCode = "201",
            description = "Filed, now or before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileCapture.Filed.class)))
    @APIResponse(responseCode = "403", description = "Not an officer of the slip")
    @APIResponse(responseCode = "404", description = "No such slip in sight, or no such upload of the caller's")
    @APIResponse(responseCode = "409", description = "The slip has ended, or the upload is not finished")
    @APIResponse(responseCode = "422", description = "Not what was taken, refused by the check, or not signed")
    public Uni<RestResponse<FileCapture.Filed>> file(@NotNull @Valid Request request) {
        Capture capture = request.capture();
        return actors.current()
                .chain(actor -> filing.file(actor, capture))
                .map(filed -> RestResponse.status(RestResponse.Status.CREATED, filed));
    }

    /** Something taken on the spot, and the item that it became. */
    @Schema(name = "Capture")
    public record View(
            UUID id,
            UUID itemId,
            Capture.Kind kind,
            String title,

            @Schema(description = "Of the bytes as they were taken; of a record, of its text and not of its paper")
            String sha256,

            PersonRef by,
            Instant takenAt,
            Instant filedAt,
            @Nullable Place position,
            Capture.@Nullable NoPosition noPosition) {

        static View of(CaptureRows.Row row, Map<UUID, Names.Known> known) {
            Capture.Position at = row.position();
            return new View(
                    row.id(),
                    row.itemId(),
                    row.kind(),
                    row.title(),
                    row.sha256(),
                    new PersonRef(
                            row.by(),
                            known.getOrDefault(row.by(), Names.Known.NOBODY).name()),
                    row.takenAt(),
                    row.filedAt(),
                    at == null ? null : new Place(at.lat(), at.lng(), at.accuracy()),
                    row.noPosition());
        }
    }

    @GET
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
        Roles.ARCHIVE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listCaptures",
            summary = "What was taken on the spot for a slip: by whom, when, where, and the hash of what was taken")
    @APIResponse(responseCode = "200", description = "The first taken first")
    @APIResponse(responseCode = "404", description = "No such slip in sight")
    public Uni<List<View>> list(
            @RestQuery @Parameter(required = true, schema = @Schema(implementation = UUID.class)) @Nullable
                    String slipId) {
        UUID wanted = Asked.uuid("slipId", slipId);
        if (wanted == null) {
            throw Refusal.field("slipId", null, "field.required");
        }
        return actors.current().chain(actor -> slips.find(database.reading(), actor, wanted)
                .chain(slip -> captures.ofSlip(database.reading(), actor.courtId(), slip.id()))
                .chain(all -> names.of(actor.courtId())
                        .map(known ->
                                all.stream().map(row -> View.of(row, known)).toList())));
    }
}
