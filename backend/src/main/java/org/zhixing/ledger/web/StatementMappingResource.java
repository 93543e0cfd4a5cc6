package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.EditMapping;
import org.zhixing.ledger.Mappings;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;

/** How the court's banks write their statements; the administrator keeps it. */
@Path("/api/v1/statement-mappings")
@Tag(name = "statements")
public class StatementMappingResource {
    private final Actors actors;
    private final Mappings mappings;
    private final EditMapping edit;
    private final Database database;

    StatementMappingResource(Actors actors, Mappings mappings, EditMapping edit, Database database) {
        this.actors = actors;
        this.mappings = mappings;
        this.edit = edit;
        this.database = database;
    }

    @GET
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listStatementMappings", summary = "Mappings of the court, those in use first")
    public Uni<List<MappingView>> list() {
        return actors.current()
                .chain(actor -> mappings.list(database.reading(), actor.courtId()))
                .map(all -> all.stream().map(MappingView::from).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FUNDS, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "getStatementMapping", summary = "One mapping; its version is the ETag")
    public Uni<RestResponse<MappingView>> get(@RestPath UUID id) {
        return actors.current().chain(actor -> answer(actor, id, 200));
    }

    private Uni<RestResponse<MappingView>> answer(Actor actor, UUID id, int status) {
        return mappings.find(database.reading(), actor.courtId(), id)
                .map(found -> RestResponse.ResponseBuilder.<MappingView>create(status)
                        .location(URI.create("/api/v1/statement-mappings/" + id))
                        .header(HttpHeaders.ETAG, Versions.etag(found.version()))
                        .entity(MappingView.from(found))
                        .build());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "addStatementMapping", summary = "Adds a mapping for another bank")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = MappingView.class)))
    @APIResponse(responseCode = "409", description = "Another mapping has that name")
    public Uni<RestResponse<MappingView>> add(
            @Valid @NotNull MappingRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current()
                .chain(actor -> edit.add(actor, request.wish(), key).chain(id -> answer(actor, id, 201)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "changeStatementMapping", summary = "Changes a mapping, or takes it out of use")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "Another mapping has that name")
    public Uni<RestResponse<MappingView>> change(
            @RestPath UUID id,
            @Valid @NotNull MappingRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> edit.change(actor, id, version, request.wish(), key)
                .chain(() -> answer(actor, id, 200)));
    }
}
