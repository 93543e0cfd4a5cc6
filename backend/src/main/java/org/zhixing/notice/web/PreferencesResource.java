package org.zhixing.notice.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.notice.Channels;

/** How the caller wants to be reached. */
@Path("/api/v1/me/preferences")
@Tag(name = "channels")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN
})
public class PreferencesResource {
    private final Actors actors;
    private final Channels channels;

    PreferencesResource(Actors actors, Channels channels) {
        this.actors = actors;
        this.channels = channels;
    }

    @GET
    @Operation(operationId = "getPreferences", summary = "How the caller is reached, and what the court allows")
    public Uni<PreferencesView> get() {
        return actors.current().chain(channels::choice).map(PreferencesView::from);
    }

    @PUT
    @Operation(operationId = "setPreferences", summary = "Chooses how the caller is reached")
    @APIResponse(responseCode = "200", description = "As chosen, and what becomes of it")
    @APIResponse(responseCode = "422", description = "The court lets nobody switch e-mail off")
    public Uni<PreferencesView> set(@NotNull @Valid PreferencesView.Request request) {
        return actors.current()
                .chain(actor -> channels.choose(actor, request.preferences()))
                .map(PreferencesView::from);
    }
}
