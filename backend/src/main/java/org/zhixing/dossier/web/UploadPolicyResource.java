package org.zhixing.dossier.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.UploadPolicies;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.flow.PublishUploadPolicy;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/** Which files are taken and how large, by version and date. */
@Path("/api/v1/upload-policies")
@Tag(name = "uploads")
public class UploadPolicyResource {
    private final Actors actors;
    private final Names names;
    private final UploadPolicies policies;
    private final PublishUploadPolicy publishing;
    private final Messages messages;
    private final Database database;

    UploadPolicyResource(
            Actors actors,
            Names names,
            UploadPolicies policies,
            PublishUploadPolicy publishing,
            Messages messages,
            Database database) {
        this.actors = actors;
        this.names = names;
        this.policies = policies;
        this.publishing = publishing;
        this.messages = messages;
        this.database = database;
    }

    /** A kind that is to be taken. */
    @Schema(name = "UploadKindRequest")
    public record WantedKind(
            @NotNull FileKind kind,
            @Min(1) @Max(UploadPolicy.MOST_MEGABYTES) int megabytes) {}

    /** The next version. */
    @Schema(name = "UploadPolicyRequest")
    public record Wanted(
            @Min(1) @Max(UploadPolicy.MOST_PIXELS / 1_000_000)
            int megapixels,

            @Schema(description = "What is left out is not taken any more") @NotEmpty
            List<@Valid WantedKind> kinds,

            @NotBlank @Size(max = 100) String clause,

            @NotNull @Schema(description = "Court date: not in the past, and after the version before")
            LocalDate effectiveFrom,

            @NotBlank @Size(max = 500) String reason) {

        UploadPolicy policy() {
            if (kinds.stream().map(WantedKind::kind).distinct().count() < kinds.size()) {
                throw Refusal.field("kinds", null, "upload.kind-twice");
            }
            return new UploadPolicy(
                    clause.strip(),
                    megapixels * 1_000_000L,
                    kinds.stream()
                            .map(each -> new UploadPolicy.Allowed(each.kind(), each.megabytes()))
                            .toList());
        }
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
    })
    @Operation(operationId = "listUploadPolicies", summary = "All versions of which files are taken, the newest first")
    public Uni<List<UploadPolicyView>> list(
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return actors.current().chain(actor -> all(actor, Messages.locale(language)));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "publishUploadPolicy",
            summary = "Publishes the next version; what was published never changes",
            description = "Uploads that are checked on or after its day go by it; what was filed before stays.")
    @APIResponse(
            responseCode = "201",
            description = "Published; all versions, the newest first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadPolicyView[].class)))
    public Uni<RestResponse<List<UploadPolicyView>>> publish(
            @NotNull @Valid Wanted request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        var wish = new PublishUploadPolicy.Wish(
                request.policy(), request.effectiveFrom(), request.reason().strip());
        return actors.current()
                .chain(actor -> publishing.publish(actor, wish, key).chain(() -> all(actor, Messages.locale(language))))
                .map(all -> RestResponse.status(RestResponse.Status.CREATED, all));
    }

    private Uni<List<UploadPolicyView>> all(Actor actor, Locale locale) {
        int court = actor.courtId();
        return policies.published(database.reading(), court).chain(all -> policies.inForce(database.reading(), court)
                .chain(now -> names.of(court).map(known -> all.stream()
                        .map(each -> UploadPolicyView.from(each, now.version(), known, messages, locale))
                        .toList())));
    }
}
