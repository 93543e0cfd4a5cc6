package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.WriteAsset;
import org.zhixing.platform.Versions;

/** What was found of the respondents' in a case, and the measures on it. */
@Path("/api/v1/cases/{id}/assets")
@Tag(name = "assets")
public class AssetResource {
    private final Actors actors;
    private final AssetViews views;
    private final WriteAsset writing;

    AssetResource(Actors actors, AssetViews views, WriteAsset writing) {
        this.actors = actors;
        this.views = views;
        this.writing = writing;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "listAssets",
            summary = "What was found in the case, with the measures as they stand today")
    public Uni<List<AssetView>> list(@RestPath UUID id) {
        return actors.current().chain(actor -> views.list(actor, id));
    }

    @GET
    @Path("{assetId}/versions")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listAssetVersions", summary = "All that was ever said of the asset, the newest first")
    public Uni<List<AssetView>> versions(@RestPath UUID id, @RestPath UUID assetId) {
        return actors.current().chain(actor -> views.versions(actor, id, assetId));
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(operationId = "writeAsset", summary = "Writes down what was found; disposable property begins its month")
    @APIResponse(
            responseCode = "201",
            description = "Written down",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssetView.class)))
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "422", description = "The case has no such respondent")
    public Uni<RestResponse<AssetView>> write(
            @RestPath UUID id, @NotNull AssetRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var facts = request.facts();
        return actors.current()
                .chain(actor -> writing.write(actor, id, facts, key).chain(made -> views.created(actor, id, made)));
    }

    @POST
    @Path("{assetId}/versions")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(operationId = "correctAsset", summary = "A new version of what is known of it, with the reason")
    @APIResponse(responseCode = "200", description = "Corrected; the version before stays")
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "422", description = "The case has no such respondent")
    public Uni<RestResponse<AssetView>> correct(
            @RestPath UUID id,
            @RestPath UUID assetId,
            @NotNull AssetRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var seen = new WriteAsset.Seen(id, assetId, Versions.required(ifMatch));
        var facts = request.facts();
        String reason = Fields.text("reason", request.reason());
        return actors.current().chain(actor -> writing.correct(actor, seen, facts, reason)
                .chain(() -> views.tagged(actor, id, assetId)));
    }
}
