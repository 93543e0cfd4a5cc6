package org.zhixing.referral.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
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
import org.zhixing.cases.Cases;
import org.zhixing.flow.ReferMatter;
import org.zhixing.platform.Database;
import org.zhixing.platform.Versions;
import org.zhixing.referral.Referrals;

/** What was referred to the judge of a case. */
@Path("/api/v1/cases/{id}/referrals")
@Tag(name = "referrals")
public class CaseReferralResource {
    private final Actors actors;
    private final Names names;
    private final Cases cases;
    private final Referrals referrals;
    private final ReferMatter referring;
    private final Database database;

    CaseReferralResource(
            Actors actors, Names names, Cases cases, Referrals referrals, ReferMatter referring, Database database) {
        this.actors = actors;
        this.names = names;
        this.cases = cases;
        this.referrals = referrals;
        this.referring = referring;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listCaseReferrals", summary = "What was referred to the case's judge, newest first")
    public Uni<List<ReferralView>> list(@RestPath UUID id) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(() -> referrals.ofCase(database.reading(), actor.courtId(), id))
                .chain(all -> names.of(actor.courtId()).map(known -> all.stream()
                        .map(r -> ReferralView.of(r, actor, known))
                        .toList())));
    }

    @POST
    @RolesAllowed(Roles.EXECUTOR)
    @Operation(
            operationId = "referMatter",
            summary = "The case's executor refers a matter to its judge; its days are counted from now")
    @APIResponse(
            responseCode = "201",
            description = "Referred",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else is the case's executor")
    @APIResponse(responseCode = "422", description = "The case is closed, or has no judge beside the executor")
    public Uni<RestResponse<ReferralView>> refer(
            @RestPath UUID id,
            @NotNull @Valid ReferralRequests.NewReferral request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current().chain(actor -> referring
                .ask(actor, id, request.wish(), key)
                .chain(made -> referrals.find(database.reading(), actor, made))
                .chain(r -> names.of(actor.courtId()).map(known -> ReferralView.of(r, actor, known)))
                .map(view -> RestResponse.ResponseBuilder.<ReferralView>created(
                                URI.create("/api/v1/referrals/" + view.id()))
                        .header("ETag", Versions.etag(view.version()))
                        .entity(view)
                        .build()));
    }
}
