package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.PlanTrips;
import org.zhixing.platform.Asked;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Versions;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.Trips;
import org.zhixing.slip.rules.TaskSlipOfficer;
import org.zhixing.slip.rules.TripProposal;

/** A day's trips: proposed and planned by the affairs team. */
@Path("/api/v1/trips")
@Tag(name = "task-slips")
public class TripResource {
    private final Actors actors;
    private final TaskSlips slips;
    private final Trips trips;
    private final TripViews views;
    private final PlanTrips planning;
    private final Database database;
    private final CourtClock clock;

    TripResource(
            Actors actors,
            TaskSlips slips,
            Trips trips,
            TripViews views,
            PlanTrips planning,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.slips = slips;
        this.trips = trips;
        this.views = views;
        this.planning = planning;
        this.database = database;
        this.clock = clock;
    }

    /** A trip to be planned; the order of the slips is that of the stops. */
    @Schema(name = "TripRequest")
    public record TripRequest(
            @NotNull LocalDate on,
            @NotNull @Size(max = 100) String title,
            @NotEmpty @Size(max = 10) List<@NotNull UUID> officers,
            @NotEmpty @Size(max = 50) List<@NotNull UUID> slipIds) {}

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "listTrips", summary = "The trips of a day, with the stops within sight")
    public Uni<List<TripViews.TripView>> list(
            @RestQuery @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        LocalDate day = day("on", on);
        return actors.current().chain(actor -> trips.between(database.reading(), actor.courtId(), day, day, null)
                .chain(found -> views.of(actor, found, Messages.locale(language))));
    }

    @GET
    @Path("proposal")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(
            operationId = "proposeTrips",
            summary = "Trips that might be made: by officers and area, the shortest due first")
    public Uni<List<TripProposal>> propose(
            @RestQuery @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on) {
        LocalDate day = day("on", on);
        return actors.current()
                .invoke(PlanTrips::desk)
                .chain(actor -> slips.unplanned(database.reading(), actor, day, null))
                .map(TripProposal::of);
    }

    @GET
    @Path("officers")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(
            operationId = "listTaskSlipOfficers",
            summary = "The affairs team's officers: who is in the area already first, then who has least")
    public Uni<List<TaskSlipOfficer>> officers(@RestQuery @Nullable String area) {
        return actors.current()
                .invoke(PlanTrips::desk)
                .chain(actor -> trips.officers(database.reading(), actor.courtId(), area));
    }

    @POST
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "makeTrip", summary = "The affairs team plans a trip")
    @APIResponse(
            responseCode = "201",
            description = "The trip",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TripViews.TripView.class)))
    @APIResponse(responseCode = "409", description = "A slip is not under way, or is on another trip of that day")
    public Uni<RestResponse<TripViews.TripView>> make(
            @NotNull @Valid TripRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return actors.current()
                .chain(actor -> planning.make(actor, plan(request), key).chain(id -> one(actor, id, language)))
                .map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "changeTrip", summary = "The trip planned anew; its day stays")
    @APIResponse(responseCode = "200", description = "The trip")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<TripViews.TripView> change(
            @RestPath UUID id,
            @NotNull @Valid TripRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> planning.change(actor, id, version, plan(request))
                .chain(() -> one(actor, id, language)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "dropTrip", summary = "The trip does not take place; its slips wait for another")
    @APIResponse(responseCode = "204", description = "Dropped")
    @APIResponse(responseCode = "412", description = "Changed meanwhile")
    public Uni<Void> drop(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        int version = Versions.required(ifMatch);
        return actors.current().chain(actor -> planning.drop(actor, id, version));
    }

    private static PlanTrips.Plan plan(TripRequest request) {
        return new PlanTrips.Plan(request.on(), request.title().strip(), request.officers(), request.slipIds());
    }

    private LocalDate day(String field, @Nullable String text) {
        LocalDate day = Asked.date(field, text);
        return day == null ? clock.today() : day;
    }

    private Uni<TripViews.TripView> one(Actor actor, UUID id, @Nullable String language) {
        return trips.find(database.reading(), actor.courtId(), id)
                .chain(trip -> views.of(actor, List.of(trip), Messages.locale(language)))
                .map(all -> all.get(0));
    }
}
