package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.ExtensionView;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.Extension;
import org.zhixing.flow.ExtendNode;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** Extensions of closing nodes (§3.1 rule 6): approved or refused by the president in charge. */
@Path("/api/v1/extensions")
@Tag(name = "suspensions")
public class ExtensionResource {
    private final Actors actors;
    private final Suspensions suspensions;
    private final ExtendNode extendNode;
    private final Names names;
    private final Messages messages;
    private final Database database;

    ExtensionResource(
            Actors actors,
            Suspensions suspensions,
            ExtendNode extendNode,
            Names names,
            Messages messages,
            Database database) {
        this.actors = actors;
        this.suspensions = suspensions;
        this.extendNode = extendNode;
        this.names = names;
        this.messages = messages;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listExtensions", summary = "Extensions within sight, newest first")
    public Uni<Page<ExtensionView>> list(
            @RestQuery Extension.@Nullable Status status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> suspensions
                .extensions(database.reading(), actor.courtId(), Visibility.ofCases(actor), status, after, size)
                .chain(page -> names.of(actor.courtId())
                        .map(known -> page.map(
                                e -> ExtensionView.of(e, actor, known, messages, Messages.locale(language))))));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.PRESIDENT)
    @Clause(Extension.CLAUSE)
    @Operation(operationId = "approveExtension", summary = "The president in charge grants the days")
    @APIResponse(responseCode = "200", description = "The extension as it is now")
    @APIResponse(responseCode = "409", description = "Decided already, or the node has ended")
    public Uni<ExtensionView> approve(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return act(id, language, actor -> extendNode.approve(actor, id));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed(Roles.PRESIDENT)
    @Clause(Extension.CLAUSE)
    @Operation(operationId = "refuseExtension", summary = "The president in charge refuses the days, with a reason")
    @APIResponse(responseCode = "200", description = "The extension as it is now")
    @APIResponse(responseCode = "409", description = "Decided already")
    public Uni<ExtensionView> refuse(
            @RestPath UUID id,
            @NotNull @Valid SuspensionResource.Why why,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return act(id, language, actor -> extendNode.refuse(actor, id, why.reason()));
    }

    private Uni<ExtensionView> act(UUID id, @Nullable String language, Function<Actor, Uni<Void>> act) {
        return actors.current().chain(actor -> act.apply(actor).chain(() -> view(actor, id, language)));
    }

    private Uni<ExtensionView> view(Actor actor, UUID id, @Nullable String language) {
        return suspensions.extension(database.reading(), actor.courtId(), id).chain(found -> names.of(actor.courtId())
                .map(known ->
                        ExtensionView.of(found.orElseThrow(), actor, known, messages, Messages.locale(language))));
    }
}
