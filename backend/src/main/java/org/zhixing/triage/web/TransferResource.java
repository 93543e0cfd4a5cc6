package org.zhixing.triage.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.flow.TransferCase;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.Transfer;

/** Transfers FAST → ORDINARY (clause 一(一)): asked, signed or refused by the president in charge, carried out. */
@Path("/api/v1")
@Tag(name = "transfers")
public class TransferResource {
    private final Actors actors;
    private final Names names;
    private final Triage triage;
    private final TransferCase transferCase;
    private final Database database;

    TransferResource(Actors actors, Names names, Triage triage, TransferCase transferCase, Database database) {
        this.actors = actors;
        this.names = names;
        this.triage = triage;
        this.transferCase = transferCase;
        this.database = database;
    }

    /** Why. */
    @Schema(name = "ReasonRequest")
    public record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Path("cases/{id}/transfers")
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

    @GET
    @Path("transfers")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listTransfers", summary = "Transfers within sight, newest first")
    public Uni<Page<TransferView>> list(
            @RestQuery Transfer.@Nullable Status status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> triage.transfers(
                        database.reading(), actor.courtId(), Visibility.ofCases(actor), status, after, size)
                .chain(page -> known(actor).map(known -> page.map(t -> TransferView.from(t, known)))));
    }

    @POST
    @Path("transfers/{id}/approval")
    @RolesAllowed(Roles.PRESIDENT)
    @Operation(operationId = "approveTransfer", summary = "The president in charge signs the transfer")
    public Uni<TransferView> approve(@RestPath UUID id) {
        return actors.current().chain(actor -> transferCase.approve(actor, id).chain(() -> view(actor, id)));
    }

    @POST
    @Path("transfers/{id}/refusal")
    @RolesAllowed(Roles.PRESIDENT)
    @Operation(operationId = "refuseTransfer", summary = "The president in charge refuses the transfer, with a reason")
    public Uni<TransferView> refuse(@RestPath UUID id, @NotNull @Valid ReasonRequest request) {
        return actors.current()
                .chain(actor -> transferCase.refuse(actor, id, request.reason()).chain(() -> view(actor, id)));
    }

    @POST
    @Path("transfers/{id}/carrying-out")
    @RolesAllowed(Roles.TRIAGE)
    @Operation(
            operationId = "carryOutTransfer",
            summary = "The triage desk carries the signed transfer out",
            description = "Team, handlers and nodes move in one transaction.")
    public Uni<TransferView> carryOut(@RestPath UUID id) {
        return actors.current().chain(actor -> transferCase.carryOut(actor, id).chain(() -> view(actor, id)));
    }

    private Uni<TransferView> view(Actor actor, UUID id) {
        return triage.transfer(database.reading(), actor.courtId(), id)
                .map(Optional::orElseThrow)
                .chain(t -> known(actor).map(known -> TransferView.from(t, known)));
    }

    private Uni<Map<UUID, String>> known(Actor actor) {
        return names.of(actor.courtId()).map(all -> all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name())));
    }
}
