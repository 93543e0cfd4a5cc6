package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
import org.zhixing.flow.HoldAsset;
import org.zhixing.platform.Versions;

/** What is done to the measures on an asset, each act with its paper. */
@Path("/api/v1/cases/{id}/assets/{assetId}/measures")
@Tag(name = "assets")
public class MeasureResource {
    private final Actors actors;
    private final AssetViews views;
    private final HoldAsset holding;

    MeasureResource(Actors actors, AssetViews views, HoldAsset holding) {
        this.actors = actors;
        this.views = views;
        this.holding = holding;
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "takeMeasure",
            summary = "Seizes, freezes or detains the asset; behind those that stand already it waits")
    @APIResponse(
            responseCode = "201",
            description = "In the queue",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssetView.class)))
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "422", description = "Longer than the law lets it, or not yet taken")
    public Uni<RestResponse<AssetView>> take(
            @RestPath UUID id,
            @RestPath UUID assetId,
            @NotNull MeasureRequests.Taken request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = request.wish();
        return actors.current().chain(actor -> holding.take(actor, id, assetId, wish, key)
                .chain(() -> views.created(actor, id, assetId)));
    }

    @POST
    @Path("{measureId}/renewal")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(operationId = "renewMeasure", summary = "Renews it before its end, from that end on")
    @APIResponse(responseCode = "200", description = "Renewed; its node is done and the next one open")
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "422", description = "It waits, has ended, or would last too long")
    public Uni<RestResponse<AssetView>> renew(
            @RestPath UUID id,
            @RestPath UUID assetId,
            @RestPath UUID measureId,
            @NotNull MeasureRequests.Renewal request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var seen = new HoldAsset.Seen(id, assetId, measureId, Versions.required(ifMatch));
        LocalDate endsOn = Fields.required("endsOn", request.endsOn());
        var paper = MeasureRequests.paper(request.document(), request.paper());
        return actors.current().chain(actor -> holding.renew(actor, seen, endsOn, paper)
                .chain(() -> views.tagged(actor, id, assetId)));
    }

    @POST
    @Path("{measureId}/release")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(operationId = "releaseMeasure", summary = "Lifts it; the next in the queue moves up and begins today")
    @APIResponse(responseCode = "200", description = "Lifted")
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "422", description = "It has ended already")
    public Uni<RestResponse<AssetView>> release(
            @RestPath UUID id,
            @RestPath UUID assetId,
            @RestPath UUID measureId,
            @NotNull MeasureRequests.Release request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var seen = new HoldAsset.Seen(id, assetId, measureId, Versions.required(ifMatch));
        String reason = Fields.text("reason", request.reason());
        var paper = MeasureRequests.paper(request.document(), request.paper());
        return actors.current().chain(actor -> holding.release(actor, seen, reason, paper)
                .chain(() -> views.tagged(actor, id, assetId)));
    }

    @POST
    @Path("{measureId}/part-release")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "releasePartOfMeasure",
            summary =
                    "Lifts it of an amount or a part of the property; the rest stays held, in its place and for its time")
    @APIResponse(responseCode = "200", description = "Lifted in part")
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "422", description = "It has ended, nobody knows the value, or nothing would stay held")
    public Uni<RestResponse<AssetView>> releasePart(
            @RestPath UUID id,
            @RestPath UUID assetId,
            @RestPath UUID measureId,
            @NotNull MeasureRequests.PartRelease request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var seen = new HoldAsset.Seen(id, assetId, measureId, Versions.required(ifMatch));
        var part = request.what();
        var paper = MeasureRequests.paper(request.document(), request.paper());
        return actors.current().chain(actor -> holding.releasePart(actor, seen, part, paper)
                .chain(() -> views.tagged(actor, id, assetId)));
    }

    @PUT
    @Path("{measureId}/acts/{no}/paper")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(operationId = "fileMeasurePaper", summary = "Puts the paper to an act that was done without it")
    @APIResponse(responseCode = "200", description = "In the e-file, and with the act")
    @APIResponse(responseCode = "403", description = "Not a handler of the case")
    @APIResponse(responseCode = "409", description = "The act has its paper")
    @APIResponse(responseCode = "422", description = "The item is of another category, or was removed")
    public Uni<AssetView> filePaper(
            @RestPath UUID id,
            @RestPath UUID assetId,
            @RestPath UUID measureId,
            @RestPath int no,
            MeasureRequests.@NotNull Paper request) {
        var given = MeasureRequests.given(request);
        return actors.current().chain(actor -> holding.attach(actor, id, assetId, measureId, no, given)
                .chain(() -> views.one(actor, id, assetId)));
    }
}
