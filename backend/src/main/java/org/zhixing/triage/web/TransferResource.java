package org.zhixing.triage.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Logins;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.flow.TransferCase;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.signing.FreshLogin;
import org.zhixing.signing.rules.Signature;
import org.zhixing.triage.TransferView;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.Transfer;

/** Transfers FAST → ORDINARY (clause 一(一)): asked, signed or refused by the president in charge, carried out. */
@Path("/api/v1/transfers")
@Tag(name = "transfers")
public class TransferResource {
    private final Actors actors;
    private final Logins logins;
    private final Names names;
    private final Triage triage;
    private final TransferCase transferCase;
    private final Database database;

    TransferResource(
            Actors actors, Logins logins, Names names, Triage triage, TransferCase transferCase, Database database) {
        this.actors = actors;
        this.logins = logins;
        this.names = names;
        this.triage = triage;
        this.transferCase = transferCase;
        this.database = database;
    }

    @GET
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
                .chain(page -> names.of(actor.courtId()).map(known -> page.map(t -> TransferView.of(t, known)))));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.PRESIDENT)
    @Clause(Transfer.CLAUSE)
    @Operation(
            operationId = "approveTransfer",
            summary = "The president in charge approves the transfer by signing its paper",
            description = "快执案件转普执审批表 is filled from what was asked, numbered, signed and in the e-file at once.")
    @APIResponse(
            responseCode = "403",
            description = "step-up: the login is older than the court's signing rule lets it be")
    @APIResponse(responseCode = "422", description = "What the court's signing rule requires is not there")
    @APIResponse(responseCode = "200", description = "The transfer as it is now")
    @APIResponse(responseCode = "409", description = "Decided already")
    public Uni<TransferView> approve(@RestPath UUID id) {
        Signature.Login proof = FreshLogin.proof(logins.current());
        return actors.current()
                .chain(actor -> transferCase.approve(actor, id, proof).chain(() -> view(actor, id)));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed(Roles.PRESIDENT)
    @Clause(Transfer.CLAUSE)
    @Operation(operationId = "refuseTransfer", summary = "The president in charge refuses the transfer, with a reason")
    @APIResponse(responseCode = "200", description = "The transfer as it is now")
    @APIResponse(responseCode = "409", description = "Decided already")
    public Uni<TransferView> refuse(@RestPath UUID id, @NotNull @Valid ReasonRequest request) {
        return actors.current()
                .chain(actor -> transferCase.refuse(actor, id, request.reason()).chain(() -> view(actor, id)));
    }

    @POST
    @Path("{id}/carrying-out")
    @RolesAllowed(Roles.TRIAGE)
    @Clause(Transfer.CLAUSE)
    @Operation(
            operationId = "carryOutTransfer",
            summary = "The triage desk carries the signed transfer out",
            description = "Team, handlers and nodes move in one transaction.")
    @APIResponse(responseCode = "200", description = "The transfer as it is now")
    @APIResponse(responseCode = "409", description = "Carried out already, or refused")
    public Uni<TransferView> carryOut(@RestPath UUID id) {
        return actors.current().chain(actor -> transferCase.carryOut(actor, id).chain(() -> view(actor, id)));
    }

    private Uni<TransferView> view(Actor actor, UUID id) {
        return triage.transfer(database.reading(), actor.courtId(), id)
                .map(Optional::orElseThrow)
                .chain(t -> names.of(actor.courtId()).map(known -> TransferView.of(t, known)));
    }
}
