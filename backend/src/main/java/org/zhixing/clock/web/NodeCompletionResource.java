package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.clock.NodeView;
import org.zhixing.clock.NodeViews;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.dossier.Upload;
import org.zhixing.flow.CompleteNode;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;

/** Evidence that a node is done. */
@Path("/api/v1/nodes/{id}/completion")
@Tag(name = "clock")
public class NodeCompletionResource {
    private final Actors actors;
    private final CompleteNode completion;
    private final NodeViews views;

    NodeCompletionResource(Actors actors, CompleteNode completion, NodeViews views) {
        this.actors = actors;
        this.completion = completion;
        this.views = views;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.POLICE})
    @Operation(
            operationId = "completeNode",
            summary = "Stops a node's clock by evidence of the category it asks for; the file is kept with its SHA-256")
    @APIResponse(responseCode = "200", description = "The node done")
    @APIResponse(
            responseCode = "403",
            description = "Neither a handler, nor of the responsible team, nor its file keeper")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    @APIResponse(responseCode = "409", description = "Done or cancelled already")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(
            responseCode = "422",
            description =
                    "Not stopped by evidence, or by evidence of another category; or the file is not taken, with the reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<NodeView>> complete(
            @RestPath UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("category") @Schema(implementation = EvidenceCategory.class) @Nullable String category,
            @HeaderParam("If-Match") @Parameter(description = "The node's version", example = "\"1\"") @Nullable
                    String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int version = Versions.required(ifMatch);
        CompleteNode.Request request = new CompleteNode.Request(
                id, version, evidence(file, Asked.choice(EvidenceCategory.class, "category", category)), key);
        return actors.current()
                .chain(actor -> completion
                        .complete(actor, request)
                        .chain(node -> views.of(actor, node, Messages.locale(language))))
                .map(NodeResource::tagged);
    }

    private static CompleteNode.Evidence evidence(@Nullable FileUpload file, @Nullable EvidenceCategory category) {
        if (category == null) {
            throw Refusal.field("category", null, "field.required");
        }
        return new CompleteNode.Evidence(Upload.of("file", file), category);
    }
}
