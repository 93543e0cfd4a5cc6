package org.zhixing.notice.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
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
import org.zhixing.notice.Channels;
import org.zhixing.platform.Versions;

/** The court's channels beside the inbox. */
@Path("/api/v1/channels")
@Tag(name = "channels")
public class ChannelResource {
    private final Actors actors;
    private final Channels channels;

    ChannelResource(Actors actors, Channels channels) {
        this.actors = actors;
        this.channels = channels;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(operationId = "getChannels", summary = "The court's channels, and how many letters wait or are dead")
    public Uni<RestResponse<ChannelsView>> get() {
        return actors.current().chain(this::view);
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "setChannels",
            summary = "Sets the court's channels",
            description = "A webhook is https to a public address, unless the server's configuration names its host.")
    @APIResponse(responseCode = "200", description = "As set; the secret is not in it")
    @APIResponse(responseCode = "409", description = "E-mail, but no mail server is configured")
    public Uni<RestResponse<ChannelsView>> set(
            @NotNull @Valid ChannelsRequest request, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> channels.save(
                        actor, version, request.settings(), request.webhook().secret())
                .chain(() -> view(actor)));
    }

    @GET
    @Path("/people")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listReachedPeople", summary = "How each of the court's people is reached")
    public Uni<List<PreferencesView.Reached>> people() {
        return actors.current()
                .chain(channels::people)
                .map(all -> all.stream().map(PreferencesView.Reached::from).toList());
    }

    @PUT
    @Path("/people/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "setReachedPerson", summary = "Sets how somebody of the court is reached")
    @APIResponse(responseCode = "200", description = "How the person is reached now")
    @APIResponse(responseCode = "404", description = "Nobody of the court")
    public Uni<PreferencesView.Reached> setPerson(@RestPath UUID id, @NotNull @Valid PreferencesView.Request request) {
        return actors.current()
                .chain(actor -> channels.chooseFor(actor, id, request.preferences()))
                .map(PreferencesView.Reached::from);
    }

    private Uni<RestResponse<ChannelsView>> view(Actor actor) {
        return channels.state(actor).map(ChannelsView::from).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .build());
    }
}
