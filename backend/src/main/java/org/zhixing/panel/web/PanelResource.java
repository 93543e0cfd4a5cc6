package org.zhixing.panel.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.HoldPanel;
import org.zhixing.panel.Panels;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;

/** What the clerk does to the minutes of a panel; its members sign them as the paper they are. */
@Path("/api/v1/panels/{id}")
@Tag(name = "panels")
public class PanelResource {
    private final Actors actors;
    private final Panels panels;
    private final PanelViews views;
    private final HoldPanel holding;
    private final Database database;

    PanelResource(Actors actors, Panels panels, PanelViews views, HoldPanel holding, Database database) {
        this.actors = actors;
        this.panels = panels;
        this.views = views;
        this.holding = holding;
        this.database = database;
    }

    @PUT
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "editPanel",
            summary = "Changes the draft of the minutes; the members are today's handlers")
    @APIResponse(responseCode = "200", description = "The panel after it")
    @APIResponse(responseCode = "403", description = "Another clerk recorded it")
    @APIResponse(responseCode = "409", description = "The minutes are no draft any more")
    @APIResponse(responseCode = "422", description = "An opinion is missing, or the resolution was not carried")
    public Uni<RestResponse<PanelView>> edit(
            @RestPath UUID id,
            @NotNull @Valid PanelRequests.NewPanel request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> holding.edit(actor, id, version, request.deliberation())
                .chain(() -> view(actor, id)));
    }

    @POST
    @Path("submission")
    @RolesAllowed(Roles.CLERK)
    @Operation(operationId = "submitPanel", summary = "Numbers the minutes and fixes them for the three signatures")
    @APIResponse(responseCode = "200", description = "The panel, its minutes before signature")
    @APIResponse(responseCode = "403", description = "Another clerk recorded it")
    @APIResponse(responseCode = "409", description = "The minutes are no draft any more")
    @APIResponse(responseCode = "422", description = "The members are not the case's handlers any more")
    public Uni<RestResponse<PanelView>> submit(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> holding.submit(actor, id, version).chain(() -> view(actor, id)));
    }

    @POST
    @Path("revision")
    @RolesAllowed(Roles.CLERK)
    @Operation(operationId = "revisePanel", summary = "A new edition of the minutes, which nobody has signed")
    @APIResponse(responseCode = "200", description = "The panel, its minutes a draft again")
    @APIResponse(responseCode = "403", description = "Another clerk recorded it")
    @APIResponse(responseCode = "409", description = "The minutes are a draft, or were given up")
    public Uni<RestResponse<PanelView>> revise(
            @RestPath UUID id,
            @NotNull @Valid PanelRequests.Why request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> holding.anew(
                        actor, id, version, request.reason().strip())
                .chain(() -> view(actor, id)));
    }

    private Uni<RestResponse<PanelView>> view(Actor actor, UUID id) {
        return panels.find(database.reading(), actor, id)
                .chain(panel -> views.of(actor, panel))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header("ETag", Versions.etag(view.version()))
                        .build());
    }
}
