package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.clock.ExtensionView;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.Extension;
import org.zhixing.flow.ExtendNode;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** A handler asks for more time to close (§3.1 rule 6). */
@Path("/api/v1/nodes/{id}/extensions")
@Tag(name = "suspensions")
public class NodeExtensionResource {
    private final Actors actors;
    private final Suspensions suspensions;
    private final ExtendNode extendNode;
    private final Names names;
    private final Messages messages;
    private final Database database;

    NodeExtensionResource(
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

    /** How much more time, and why. */
    @Schema(name = "ExtensionAsk")
    public record Ask(
            @Schema(description = "Calendar days on top of the period", examples = "30")
            @Min(1)
            @Max(Extension.MOST_DAYS)
            int days,

            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "askExtension",
            summary = "A handler asks for more time to close, at least five days before it is due")
    @APIResponse(
            responseCode = "201",
            description = "Asked",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExtensionView.class)))
    @APIResponse(responseCode = "409", description = "Asked already, or the node has ended")
    @APIResponse(responseCode = "422", description = "Asked too late, or of a node that is not extended")
    public Uni<RestResponse<ExtensionView>> ask(
            @RestPath UUID id,
            @NotNull @Valid Ask ask,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return actors.current()
                .chain(actor -> extendNode
                        .ask(actor, id, new ExtendNode.Wish(ask.days(), ask.reason()), key)
                        .chain(made -> suspensions.extension(database.reading(), actor.courtId(), made))
                        .chain(found -> names.of(actor.courtId())
                                .map(known -> ExtensionView.of(
                                        found.orElseThrow(), actor, known, messages, Messages.locale(language)))))
                .map(made -> RestResponse.ResponseBuilder.<ExtensionView>create(RestResponse.Status.CREATED)
                        .location(URI.create("/api/v1/cases/" + made.caseId() + "/extensions"))
                        .entity(made)
                        .build());
    }
}
