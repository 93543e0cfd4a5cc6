package org.zhixing.referral.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.ReferMatter;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.referral.Referrals;
import org.zhixing.referral.rules.ReferralPermits;
import org.zhixing.referral.rules.ReferralStatus;

/** Matters referred to judges (报请, clause 一(五)): decided with a reason, or taken back by who asked. */
@Path("/api/v1/referrals")
@Tag(name = "referrals")
public class ReferralResource {
    private final Actors actors;
    private final Names names;
    private final Referrals referrals;
    private final ReferMatter referring;
    private final Database database;

    ReferralResource(Actors actors, Names names, Referrals referrals, ReferMatter referring, Database database) {
        this.actors = actors;
        this.names = names;
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
    @Operation(operationId = "listReferrals", summary = "Referred matters within sight, newest first")
    public Uni<Page<ReferralView>> list(
            @Parameter(description = "Only those that wait for the caller's decision") @RestQuery @Nullable
                    Boolean waiting,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        UUID seen = after == null ? null : after.uuid();
        return actors.current().chain(actor -> referrals
                .list(database.reading(), actor, Boolean.TRUE.equals(waiting), seen, most + 1)
                .map(rows -> Page.of(rows, most, r -> Cursor.of("", r.id())))
                .chain(page ->
                        names.of(actor.courtId()).map(known -> page.map(r -> ReferralView.of(r, actor, known)))));
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed(Roles.JUDGE)
    @Clause(ReferralPermits.CLAUSE)
    @Operation(operationId = "decideReferral", summary = "The case's judge decides, with a reason")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "403", description = "Somebody else is the case's judge, or the caller asked it")
    @APIResponse(responseCode = "409", description = "It has been decided or taken back already")
    public Uni<ReferralView> decide(@RestPath UUID id, @NotNull @Valid ReferralRequests.Decision request) {
        ReferralStatus how = request.approved() ? ReferralStatus.APPROVED : ReferralStatus.REFUSED;
        return actors.current().chain(actor -> referring
                .decide(actor, id, how, request.reason().strip())
                .chain(() -> view(actor, id)));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.EXECUTOR)
    @Operation(operationId = "withdrawReferral", summary = "Who asked takes it back, with a reason")
    @APIResponse(responseCode = "200", description = "Taken back")
    @APIResponse(responseCode = "403", description = "Somebody else asked it")
    @APIResponse(responseCode = "409", description = "It has been decided or taken back already")
    public Uni<ReferralView> withdraw(@RestPath UUID id, @NotNull @Valid ReferralRequests.Why request) {
        return actors.current()
                .chain(actor ->
                        referring.withdraw(actor, id, request.reason().strip()).chain(() -> view(actor, id)));
    }

    private Uni<ReferralView> view(Actor actor, UUID id) {
        return referrals.find(database.reading(), actor, id).chain(r -> names.of(actor.courtId())
                .map(known -> ReferralView.of(r, actor, known)));
    }
}
