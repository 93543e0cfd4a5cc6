package org.zhixing.archive.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Names;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.archive.ArchiveLoans;
import org.zhixing.archive.rules.LoanPermits;
import org.zhixing.archive.rules.LoanStatus;
import org.zhixing.flow.BorrowVolume;
import org.zhixing.platform.Clause;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versions;

/** Volumes in the archive that are asked for (复印、查阅、外调, 二(五)): decided by the director, read until a day, given back. */
@Path("/api/v1/archive-loans")
@Tag(name = "archive-loans")
public class ArchiveLoanResource {
    private final Actors actors;
    private final Names names;
    private final ArchiveLoans loans;
    private final BorrowVolume borrowing;
    private final CourtClock clock;
    private final Database database;

    ArchiveLoanResource(
            Actors actors,
            Names names,
            ArchiveLoans loans,
            BorrowVolume borrowing,
            CourtClock clock,
            Database database) {
        this.actors = actors;
        this.names = names;
        this.loans = loans;
        this.borrowing = borrowing;
        this.clock = clock;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT,
        Roles.DIRECTOR,
        Roles.TEAM_LEADER,
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.ARCHIVE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listArchiveLoans",
            summary = "Archived volumes that were asked for, newest first: the caller's own, or the whole court's for"
                    + " leaders, the archive desk and the auditor")
    public Uni<Page<ArchiveLoanView>> list(
            @RestQuery @Nullable LoanStatus status,
            @Parameter(description = "Only those that the caller asked for") @RestQuery @Nullable Boolean mine,
            @Parameter(description = "Only those that others asked for and nobody decided") @RestQuery @Nullable
                    Boolean waiting,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        UUID seen = after == null ? null : after.uuid();
        var asked = new ArchiveLoans.Asked(status, Boolean.TRUE.equals(mine), Boolean.TRUE.equals(waiting));
        return actors.current().chain(actor -> loans.list(database.reading(), actor, asked, seen, most + 1)
                .map(rows -> Page.of(rows, most, loan -> Cursor.of("", loan.id())))
                .chain(page -> names.of(actor.courtId())
                        .map(known -> page.map(loan -> ArchiveLoanView.of(loan, actor, clock.today(), known)))));
    }

    @POST
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.ARCHIVE})
    @Operation(
            operationId = "askArchiveLoan",
            summary =
                    "Somebody of a team asks for an archived volume, the archive desk for whoever inquires from outside")
    @APIResponse(
            responseCode = "201",
            description = "Asked, and the director is told",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArchiveLoanView.class)))
    @APIResponse(responseCode = "403", description = "That kind is not the caller's to ask for")
    @APIResponse(responseCode = "422", description = "No volume of that number is in the court's archive")
    public Uni<RestResponse<ArchiveLoanView>> ask(
            @NotNull @Valid ArchiveLoanRequests.NewArchiveLoan request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current().chain(actor -> borrowing
                .ask(actor, request.wish(), key)
                .chain(id -> view(actor, id))
                .map(view -> RestResponse.ResponseBuilder.<ArchiveLoanView>created(
                                URI.create("/api/v1/archive-loans/" + view.id()))
                        .header("ETag", Versions.etag(view.version()))
                        .entity(view)
                        .build()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.PRESIDENT,
        Roles.DIRECTOR,
        Roles.TEAM_LEADER,
        Roles.JUDGE,
        Roles.EXECUTOR,
        Roles.JUDGE_ASSISTANT,
        Roles.CLERK,
        Roles.ARCHIVE,
        Roles.AUDITOR
    })
    @Operation(operationId = "getArchiveLoan", summary = "One archive loan; its version is the ETag")
    @APIResponse(
            responseCode = "200",
            description = "The loan as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArchiveLoanView.class)))
    @APIResponse(responseCode = "404", description = "Not there or not in sight")
    public Uni<RestResponse<ArchiveLoanView>> get(@RestPath UUID id) {
        return actors.current().chain(actor -> answer(actor, id));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.DIRECTOR)
    @Clause(LoanPermits.CLAUSE)
    @Operation(operationId = "approveArchiveLoan", summary = "The director lends the volume until its last day")
    @APIResponse(
            responseCode = "200",
            description = "The loan as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArchiveLoanView.class)))
    @APIResponse(responseCode = "403", description = "The caller asked for it, or handled the case and stands in")
    @APIResponse(responseCode = "409", description = "It has been decided or taken back already")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "422", description = "Its last day has passed")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<ArchiveLoanView>> approve(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return act(id, actor -> borrowing.approve(actor, id, version));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed(Roles.DIRECTOR)
    @Clause(LoanPermits.CLAUSE)
    @Operation(operationId = "refuseArchiveLoan", summary = "The director does not lend the volume, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The loan as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArchiveLoanView.class)))
    @APIResponse(responseCode = "403", description = "The caller asked for it, or handled the case and stands in")
    @APIResponse(responseCode = "409", description = "It has been decided or taken back already")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<ArchiveLoanView>> refuse(
            @RestPath UUID id,
            @NotNull @Valid ArchiveLoanRequests.Why request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return act(
                id,
                actor -> borrowing.refuse(actor, id, version, request.reason().strip()));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.ARCHIVE})
    @Operation(operationId = "withdrawArchiveLoan", summary = "Who asked takes it back while it is undecided")
    @APIResponse(
            responseCode = "200",
            description = "The loan as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArchiveLoanView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else asked for it")
    @APIResponse(responseCode = "409", description = "It has been decided or taken back already")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<ArchiveLoanView>> withdraw(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return act(id, actor -> borrowing.withdraw(actor, id, version));
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT, Roles.CLERK, Roles.ARCHIVE})
    @Operation(
            operationId = "returnArchiveLoan",
            summary = "Who borrowed the volume, or the archive desk, ends the loan before its last day")
    @APIResponse(
            responseCode = "200",
            description = "The loan as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArchiveLoanView.class)))
    @APIResponse(responseCode = "403", description = "Neither who borrowed it nor the archive desk")
    @APIResponse(responseCode = "409", description = "It is not lent, or not any more")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<ArchiveLoanView>> giveBack(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return act(id, actor -> borrowing.giveBack(actor, id, version));
    }

    private Uni<RestResponse<ArchiveLoanView>> act(UUID id, Function<Actor, Uni<Void>> act) {
        return actors.current().chain(actor -> act.apply(actor).chain(() -> answer(actor, id)));
    }

    private Uni<RestResponse<ArchiveLoanView>> answer(Actor actor, UUID id) {
        return view(actor, id).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build());
    }

    private Uni<ArchiveLoanView> view(Actor actor, UUID id) {
        return loans.find(database.reading(), actor, id).chain(loan -> names.of(actor.courtId())
                .map(known -> ArchiveLoanView.of(loan, actor, clock.today(), known)));
    }
}
