package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Logins;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.flow.DecideDisbursement;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.rules.DisbursementPermits;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versions;
import org.zhixing.signing.FreshLogin;
import org.zhixing.signing.rules.Signature;

/** Disbursements: read by whoever reads the case; approved, refused and withdrawn step by step. */
@Path("/api/v1/disbursements")
@Tag(name = "funds")
public class DisbursementResource {
    private final Actors actors;
    private final Logins logins;
    private final Disbursements disbursements;
    private final DisbursementViews views;
    private final DecideDisbursement deciding;
    private final Looks looks;
    private final Database database;

    DisbursementResource(
            Actors actors,
            Logins logins,
            Disbursements disbursements,
            DisbursementViews views,
            DecideDisbursement deciding,
            Looks looks,
            Database database) {
        this.actors = actors;
        this.logins = logins;
        this.disbursements = disbursements;
        this.views = views;
        this.deciding = deciding;
        this.looks = looks;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listDisbursements", summary = "Disbursements within sight, newest first")
    public Uni<Page<DisbursementView>> list(
            @BeanParam DisbursementQuery query,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> disbursements
                .list(database.reading(), query.filter(actor), after, size)
                .chain(page -> views.of(actor, page.items()).map(items -> new Page<>(items, page.next())))
                .call(page -> looks.atList(actor, "disbursement.looked", query.ofCase(), uri, page)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "getDisbursement", summary = "One disbursement; its version is the ETag")
    @APIResponse(responseCode = "200", description = "The disbursement")
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<RestResponse<DisbursementView>> get(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> tagged(actor, id).call(answer -> looks.at(actor, look(answer.getEntity()))));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.JUDGE, Roles.DIRECTOR, Roles.PRESIDENT})
    @Clause(DisbursementPermits.OFFICES)
    @Operation(
            operationId = "approveDisbursement",
            summary = "The case's judge, the director, of large sums the president approve, in this order",
            description =
                    "No one person takes two steps of a disbursement. It pays money: step-up where the login is older"
                            + " than the rules let it be.")
    @APIResponse(responseCode = "200", description = "Approved; it waits for the next step")
    @APIResponse(
            responseCode = "403",
            description = "Another office's step, the person took one already, or the login is too old: step-up")
    @APIResponse(responseCode = "409", description = "There is nothing to approve any more")
    @APIResponse(responseCode = "422", description = "The case is stayed, or a payee may not be paid any more")
    public Uni<RestResponse<DisbursementView>> approve(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var seen = new DecideDisbursement.Seen(id, Versions.required(ifMatch));
        Signature.Login login = FreshLogin.proof(logins.current());
        return actors.current()
                .chain(actor -> deciding.approve(actor, seen, login, key).chain(() -> tagged(actor, id)));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed({Roles.JUDGE, Roles.DIRECTOR, Roles.PRESIDENT, Roles.FUNDS})
    @Clause(DisbursementPermits.OFFICES)
    @Operation(
            operationId = "refuseDisbursement",
            summary = "Whoever has the next step refuses it, with a reason; the money is free again")
    @APIResponse(responseCode = "200", description = "Refused")
    @APIResponse(responseCode = "403", description = "Another office's step, or the person took one already")
    @APIResponse(responseCode = "409", description = "The bank has its order, or it has ended")
    public Uni<RestResponse<DisbursementView>> refuse(
            @RestPath UUID id,
            @NotNull @Valid DisbursementRequests.Reason request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var seen = new DecideDisbursement.Seen(id, Versions.required(ifMatch));
        String reason = request.reason().strip();
        return actors.current()
                .chain(actor -> deciding.refuse(actor, seen, reason, key).chain(() -> tagged(actor, id)));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.EXECUTOR)
    @Clause(DisbursementPermits.OFFICES)
    @Operation(
            operationId = "withdrawDisbursement",
            summary = "The executor takes it back, with a reason, until the bank is ordered; the money is free again")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "403", description = "Somebody else's")
    @APIResponse(responseCode = "409", description = "The bank has its order, or it has ended")
    public Uni<RestResponse<DisbursementView>> withdraw(
            @RestPath UUID id,
            @NotNull @Valid DisbursementRequests.Reason request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var seen = new DecideDisbursement.Seen(id, Versions.required(ifMatch));
        String reason = request.reason().strip();
        return actors.current()
                .chain(actor -> deciding.withdraw(actor, seen, reason, key).chain(() -> tagged(actor, id)));
    }

    private static Entry look(DisbursementView view) {
        return new Entry("disbursement.looked", view.caseId(), view.id(), Map.of("filter", view.number()));
    }

    private Uni<RestResponse<DisbursementView>> tagged(Actor actor, UUID id) {
        return views.of(actor, id).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build());
    }
}
