package org.zhixing.panel.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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
import org.zhixing.cases.Cases;
import org.zhixing.flow.HoldPanel;
import org.zhixing.panel.Panels;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;

/** The collegial panels of a case (合议). */
@Path("/api/v1/cases/{id}/panels")
@Tag(name = "panels")
public class CasePanelResource {
    private final Actors actors;
    private final Cases cases;
    private final Panels panels;
    private final PanelViews views;
    private final HoldPanel holding;
    private final Database database;

    CasePanelResource(
            Actors actors, Cases cases, Panels panels, PanelViews views, HoldPanel holding, Database database) {
        this.actors = actors;
        this.cases = cases;
        this.panels = panels;
        this.views = views;
        this.holding = holding;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listCasePanels", summary = "The case's collegial panels, newest first")
    public Uni<List<PanelView>> list(@RestPath UUID id) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(() -> panels.ofCase(database.reading(), actor, id))
                .chain(all -> views.of(actor, all)));
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "recordPanel",
            summary = "A clerk of the case's team records what judge and executor deliberated, dissent included")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the minutes are a draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PanelView.class)))
    @APIResponse(responseCode = "403", description = "Not a clerk of the case's team")
    @APIResponse(responseCode = "422", description = "An opinion is missing, or the resolution was not carried")
    public Uni<RestResponse<PanelView>> record(
            @RestPath UUID id,
            @NotNull @Valid PanelRequests.NewPanel request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current().chain(actor -> holding.record(actor, id, request.deliberation(), key)
                .chain(made -> panels.find(database.reading(), actor, made))
                .chain(panel -> views.of(actor, panel))
                .map(view -> RestResponse.ResponseBuilder.<PanelView>created(URI.create("/api/v1/panels/" + view.id()))
                        .header("ETag", Versions.etag(view.version()))
                        .entity(view)
                        .build()));
    }
}
