package org.zhixing.clock.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.SuspensionView;
import org.zhixing.clock.SuspensionViews;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.flow.SuspendCase;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** Suspensions and deferrals (§3.1 rule 5): approved or refused, ended, cancelled. */
@Path("/api/v1/suspensions")
@Tag(name = "suspensions")
public class SuspensionResource {
    private final Actors actors;
    private final Suspensions suspensions;
    private final SuspensionViews views;
    private final SuspendCase suspendCase;
    private final Database database;

    SuspensionResource(
            Actors actors, Suspensions suspensions, SuspensionViews views, SuspendCase suspendCase, Database database) {
        this.actors = actors;
        this.suspensions = suspensions;
        this.views = views;
        this.suspendCase = suspendCase;
        this.database = database;
    }

    /** Why. */
    @Schema(name = "DateDecision")
    public record Why(@NotBlank @Size(max = 500) String reason) {}

    /** The day on which the case goes on. */
    @Schema(name = "SuspensionEnd")
    public record End(
            @Schema(description = "The first day counted again, after the first suspended one") @NotNull
            LocalDate resume) {}

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listSuspensions", summary = "Suspensions and deferrals within sight, newest first")
    public Uni<Page<SuspensionView>> list(
            @RestQuery CaseSuspension.@Nullable Status status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> suspensions
                .list(database.reading(), actor.courtId(), Visibility.ofCases(actor), status, after, size)
                .chain(page -> views.of(actor, page.items(), Messages.locale(language))
                        .map(items -> new Page<>(items, page.next()))));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.DIRECTOR, Roles.PRESIDENT})
    @Clause(SuspensionReason.CLAUSES)
    @Operation(
            operationId = "approveSuspension",
            summary = "The director or the president in charge approves it",
            description =
                    "All nodes concerned are counted anew in one transaction; one that was notified as overdue and"
                            + " is late no longer is cleared with a correction to everybody who had been notified.")
    @APIResponse(responseCode = "200", description = "The suspension as it is now")
    @APIResponse(responseCode = "409", description = "Decided already")
    public Uni<SuspensionView> approve(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, language, actor -> suspendCase.approve(actor, id, key));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed({Roles.DIRECTOR, Roles.PRESIDENT})
    @Clause(SuspensionReason.CLAUSES)
    @Operation(operationId = "refuseSuspension", summary = "The director or the president refuses it, with a reason")
    @APIResponse(responseCode = "200", description = "The suspension as it is now")
    @APIResponse(responseCode = "409", description = "Decided already")
    public Uni<SuspensionView> refuse(
            @RestPath UUID id,
            @NotNull @Valid Why why,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, language, actor -> suspendCase.refuse(actor, id, why.reason(), key));
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed({Roles.JUDGE, Roles.EXECUTOR, Roles.DIRECTOR, Roles.PRESIDENT})
    @Clause(SuspensionReason.CLAUSES)
    @Operation(
            operationId = "endSuspension",
            summary = "A handler, the director or the president records the day on which the case goes on",
            description = "Not later than was approved. Recorded once by a handler; corrected by those who approve.")
    @APIResponse(responseCode = "200", description = "The suspension as it is now")
    @APIResponse(responseCode = "409", description = "Not approved, or ended already")
    public Uni<SuspensionView> end(
            @RestPath UUID id,
            @NotNull @Valid End end,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, language, actor -> suspendCase.end(actor, id, end.resume(), key));
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed({Roles.DIRECTOR, Roles.PRESIDENT})
    @Clause(SuspensionReason.CLAUSES)
    @Operation(
            operationId = "cancelSuspension",
            summary = "The director or the president takes an approved one back: dates are as if it had never been")
    @APIResponse(responseCode = "200", description = "The suspension as it is now")
    @APIResponse(responseCode = "409", description = "Not approved")
    public Uni<SuspensionView> cancel(
            @RestPath UUID id,
            @NotNull @Valid Why why,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return act(id, language, actor -> suspendCase.cancel(actor, id, why.reason(), key));
    }

    private Uni<SuspensionView> act(UUID id, @Nullable String language, Function<Actor, Uni<Void>> act) {
        return actors.current()
                .chain(actor -> act.apply(actor)
                        .chain(() -> suspensions.find(database.reading(), actor.courtId(), id))
                        .chain(found -> views.of(actor, List.of(found.orElseThrow()), Messages.locale(language))))
                .map(all -> all.get(0));
    }
}
