package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.audit.Looks;
import org.zhixing.cases.Cases;
import org.zhixing.flow.WritePayee;
import org.zhixing.ledger.Payees;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;

/** Whom money of a case may go to: written down by one person, confirmed by another. */
@Path("/api/v1/cases/{id}/payees")
@Tag(name = "funds")
public class PayeeResource {
    private final Actors actors;
    private final Names names;
    private final Cases cases;
    private final Payees payees;
    private final WritePayee writing;
    private final Looks looks;
    private final Database database;

    PayeeResource(
            Actors actors,
            Names names,
            Cases cases,
            Payees payees,
            WritePayee writing,
            Looks looks,
            Database database) {
        this.actors = actors;
        this.names = names;
        this.cases = cases;
        this.payees = payees;
        this.writing = writing;
        this.looks = looks;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listPayees", summary = "The case's payees, in the order in which they were written down")
    public Uni<List<PayeeView>> list(@RestPath UUID id) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> payees.ofCase(database.reading(), actor.courtId(), id)
                        .chain(all -> names.of(actor.courtId()).map(known -> all.stream()
                                .map(payee -> PayeeView.from(payee, actor, found.handledBy(actor.personId()), known))
                                .toList()))
                        .call(() -> looks.at(
                                actor,
                                new Entry(
                                        "payee.looked",
                                        id,
                                        id,
                                        Map.of("filter", found.row().number().text()))))));
    }

    @POST
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.FUNDS})
    @Operation(
            operationId = "writePayee",
            summary = "Writes a payee down; another person confirms the account before money may go there")
    @APIResponse(
            responseCode = "201",
            description = "Written down",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PayeeView.class)))
    @APIResponse(responseCode = "403", description = "Neither a handler of the case nor the funds desk")
    @APIResponse(responseCode = "422", description = "The case has no such party")
    public Uni<RestResponse<PayeeView>> write(
            @RestPath UUID id, @NotNull PayeeRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var wish = request.wish();
        return actors.current()
                .chain(actor -> writing.write(actor, id, wish, key).chain(made -> view(actor, id, made)))
                .map(view -> RestResponse.ResponseBuilder.<PayeeView>created(
                                URI.create("/api/v1/cases/" + id + "/payees"))
                        .header("ETag", Versions.etag(view.version()))
                        .entity(view)
                        .build());
    }

    @POST
    @Path("{payeeId}/confirmation")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.FUNDS})
    @Operation(
            operationId = "confirmPayee",
            summary = "Another person than the one who wrote it down confirms the account")
    @APIResponse(responseCode = "200", description = "Confirmed")
    @APIResponse(responseCode = "403", description = "One's own, or not on this case")
    @APIResponse(responseCode = "409", description = "Confirmed or deactivated already")
    public Uni<RestResponse<PayeeView>> confirm(
            @RestPath UUID id,
            @RestPath UUID payeeId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var seen = new WritePayee.Seen(id, payeeId, Versions.required(ifMatch));
        return actors.current()
                .chain(actor -> writing.confirm(actor, seen, key).chain(() -> tagged(actor, id, payeeId)));
    }

    @POST
    @Path("{payeeId}/deactivation")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.FUNDS})
    @Operation(
            operationId = "deactivatePayee",
            summary = "No more money goes there: what is applied for and not ordered yet is not paid any more")
    @APIResponse(responseCode = "200", description = "Deactivated")
    @APIResponse(responseCode = "403", description = "Not on this case")
    @APIResponse(responseCode = "409", description = "Deactivated already")
    public Uni<RestResponse<PayeeView>> deactivate(
            @RestPath UUID id,
            @RestPath UUID payeeId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var seen = new WritePayee.Seen(id, payeeId, Versions.required(ifMatch));
        return actors.current()
                .chain(actor -> writing.deactivate(actor, seen, key).chain(() -> tagged(actor, id, payeeId)));
    }

    private Uni<RestResponse<PayeeView>> tagged(Actor actor, UUID caseId, UUID payeeId) {
        return view(actor, caseId, payeeId).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build());
    }

    private Uni<PayeeView> view(Actor actor, UUID caseId, UUID payeeId) {
        return cases.find(database.reading(), actor, caseId)
                .chain(found -> payees.find(database.reading(), actor.courtId(), caseId, payeeId)
                        .chain(payee -> names.of(actor.courtId())
                                .map(known -> PayeeView.from(payee, actor, found.handledBy(actor.personId()), known))));
    }
}
