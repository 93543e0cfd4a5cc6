package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.zhixing.access.Roles;
import org.zhixing.flow.ApplyDisbursement;
import org.zhixing.platform.Versions;

/** The executor applies for money of the case to be paid out; the list is that of all disbursements, by case. */
@Path("/api/v1/cases/{id}/disbursements")
@Tag(name = "funds")
public class CaseDisbursementResource {
    private final Actors actors;
    private final DisbursementViews views;
    private final ApplyDisbursement applying;

    CaseDisbursementResource(Actors actors, DisbursementViews views, ApplyDisbursement applying) {
        this.actors = actors;
        this.views = views;
        this.applying = applying;
    }

    @POST
    @RolesAllowed(Roles.EXECUTOR)
    @Operation(
            operationId = "applyDisbursement",
            summary = "The case's executor applies for money to be paid to one or several payees",
            description = "What is applied for is reserved of the case's receipts at once, oldest first.")
    @APIResponse(
            responseCode = "201",
            description = "Applied for; it waits for the judge",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DisbursementView.class)))
    @APIResponse(responseCode = "403", description = "Not the case's executor")
    @APIResponse(
            responseCode = "422",
            description = "More than is free, a payee whose account is not confirmed, or the case is stayed")
    public Uni<RestResponse<DisbursementView>> apply(
            @RestPath UUID id,
            @NotNull @Valid DisbursementRequests.Apply request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = request.wish();
        return actors.current()
                .chain(actor -> applying.apply(actor, id, wish, key).chain(made -> views.of(actor, made)))
                .map(view -> RestResponse.ResponseBuilder.<DisbursementView>created(
                                URI.create("/api/v1/disbursements/" + view.id()))
                        .header("ETag", Versions.etag(view.version()))
                        .entity(view)
                        .build());
    }
}
