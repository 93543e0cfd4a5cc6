package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.flow.HoldAsset;
import org.zhixing.flow.WriteAsset;
import org.zhixing.measure.Assets;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;

/** What was found of the respondents' in a case, and the measures on it. */
@Path("/api/v1/cases/{id}/assets")
@Tag(name = "assets")
public class AssetResource {
    private final Actors actors;
    private final Cases cases;
    private final Assets assets;
    private final WriteAsset writing;
    private final HoldAsset holding;
    private final Database database;
    private final CourtClock clock;

    AssetResource(
            Actors actors,
            Cases cases,
            Assets assets,
            WriteAsset writing,
            HoldAsset holding,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.cases = cases;
        this.assets = assets;
        this.writing = writing;
        this.holding = holding;
        this.database = database;
        this.clock = clock;
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
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> assets.measuresOfCase(database.reading(), actor.courtId(), id)
                        .map(this::settled)
                        .chain(held -> assets.ofCase(database.reading(), actor.courtId(), id)
                                .map(all -> all.stream()
                                        .map(a -> AssetView.from(
                                                a,
                                                held.getOrDefault(a.id(), List.of()),
                                                actor,
                                                found.handledBy(actor.personId()),
                                                clock.today()))
                                        .toList()))));
    }

    private Map<UUID, List<Measure>> settled(List<Measure> all) {
        LocalDate today = clock.today();
        return all.stream()
                .collect(Collectors.groupingBy(
                        Measure::assetId,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                queue -> new MeasureQueue(queue).settled(today).all())));
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
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> assets.versions(database.reading(), actor.courtId(), id, assetId)
                        .map(all -> {
                            if (all.isEmpty()) {
                                throw Refusal.notFound();
                            }
                            boolean handles = found.handledBy(actor.personId());
                            return all.stream()
                                    .map(a -> AssetView.from(a, List.of(), actor, handles, clock.today()))
                                    .toList();
                        })));
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
                .chain(actor -> writing.write(actor, id, facts, key).chain(made -> view(actor, id, made)))
                .map(AssetResource::created);
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
        return actors.current()
                .chain(actor -> writing.correct(actor, seen, facts, reason).chain(() -> tagged(actor, id, assetId)));
    }

    @POST
    @Path("{assetId}/measures")
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
        return actors.current()
                .chain(actor -> holding.take(actor, id, assetId, wish, key).chain(() -> view(actor, id, assetId)))
                .map(AssetResource::created);
    }

    @POST
    @Path("{assetId}/measures/{measureId}/renewal")
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
        String document = Fields.text("document", request.document());
        return actors.current()
                .chain(actor -> holding.renew(actor, seen, endsOn, document).chain(() -> tagged(actor, id, assetId)));
    }

    @POST
    @Path("{assetId}/measures/{measureId}/release")
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
        String document = Fields.text("document", request.document());
        return actors.current()
                .chain(actor -> holding.release(actor, seen, reason, document).chain(() -> tagged(actor, id, assetId)));
    }

    private static RestResponse<AssetView> created(AssetView view) {
        return RestResponse.ResponseBuilder.<AssetView>created(URI.create("/api/v1/cases/" + view.caseId() + "/assets"))
                .header("ETag", Versions.etag(view.version()))
                .entity(view)
                .build();
    }

    private Uni<RestResponse<AssetView>> tagged(Actor actor, UUID caseId, UUID assetId) {
        return view(actor, caseId, assetId).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build());
    }

    private Uni<AssetView> view(Actor actor, UUID caseId, UUID assetId) {
        return cases.find(database.reading(), actor, caseId)
                .chain(found -> assets.find(database.reading(), actor.courtId(), caseId, assetId)
                        .chain(asset -> assets.queue(database.reading(), actor.courtId(), assetId)
                                .map(queue -> AssetView.from(
                                        asset,
                                        queue.settled(clock.today()).all(),
                                        actor,
                                        found.handledBy(actor.personId()),
                                        clock.today()))));
    }
}
