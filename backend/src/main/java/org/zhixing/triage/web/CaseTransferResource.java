package org.zhixing.triage.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.TransferCase;
import org.zhixing.platform.Database;
import org.zhixing.triage.TransferView;
import org.zhixing.triage.Triage;

/** A handler asks that a case be transferred. */
@Path("/api/v1/cases/{id}/transfers")
@Tag(name = "transfers")
public class CaseTransferResource {
    private final Actors actors;
    private final Names names;
    private final Triage triage;
    private final TransferCase transferCase;
    private final Database database;

    CaseTransferResource(Actors actors, Names names, Triage triage, TransferCase transferCase, Database database) {
        this.actors = actors;
        this.names = names;
        this.triage = triage;
        this.transferCase = transferCase;
        this.database = database;
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "askTransfer",
            summary = "A handler asks that a FAST case go to ORDINARY, because property must be auctioned",
            description = "Within ten days of filing; later it is refused with the clause and the last day.")
    public Uni<RestResponse<TransferView>> ask(
            @RestPath UUID id,
            @NotNull @Valid ReasonRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current()
                .chain(actor ->
                        transferCase.ask(actor, id, request.reason(), key).chain(made -> view(actor, made)))
                .map(made -> RestResponse.ResponseBuilder.<TransferView>create(RestResponse.Status.CREATED)
                        .location(URI.create("/api/v1/transfers/" + made.id()))
                        .entity(made)
                        .build());
    }

    private Uni<TransferView> view(Actor actor, UUID id) {
        return triage.transfer(database.reading(), actor.courtId(), id)
                .map(Optional::orElseThrow)
                .chain(t -> names.of(actor.courtId()).map(known -> TransferView.of(t, known)));
    }
}
