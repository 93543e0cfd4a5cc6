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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.flow.PlanTrips;
import org.zhixing.platform.Asked;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.Trips;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipOfficer;
import org.zhixing.slip.rules.Trip;
import org.zhixing.slip.rules.TripProposal;

/** A day's trips: proposed, planned, and what an officer has to do on them. */
@Path("/api/v1/trips")
@Tag(name = "task-slips")
public class TripResource {
    private static final int MOST_DAYS = 31;

    private final Actors actors;
    private final TaskSlips slips;
    private final Trips trips;
    private final Cases cases;
    private final TaskSlipViews views;
    private final PlanTrips planning;
    private final Database database;
    private final CourtClock clock;

    TripResource(
            Actors actors,
            TaskSlips slips,
            Trips trips,
            Cases cases,
            TaskSlipViews views,
            PlanTrips planning,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.slips = slips;
        this.trips = trips;
        this.cases = cases;
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

    /** A trip with its slips. */
    @Schema(name = "Trip")
    public record TripView(
            UUID id, LocalDate on, String title, List<PersonRef> officers, List<Stop> stops, int version) {}

    /** One stop. */
    @Schema(name = "TripStop")
    public record Stop(int position, OnTheSpot slip) {}

    /** A slip with what its officers need to know on the spot. */
    @Schema(name = "TaskSlipOnTheSpot")
    public record OnTheSpot(
            TaskSlipView slip,

            @Schema(description = "CNY to the fen", examples = "100000.00") @Nullable
            String claimAmount,

            List<PartyOnTheSpot> parties) {}

    /** A party as the register names it. */
    @Schema(name = "PartyOnTheSpot")
    public record PartyOnTheSpot(String role, String name) {}

    /** What one officer has to do. */
    @Schema(name = "MyTaskSlips")
    public record Mine(List<TripView> trips, List<OnTheSpot> unplanned) {}

    @GET
    @Path("mine")
    @RolesAllowed({Roles.EXECUTOR, Roles.POLICE})
    @Operation(
            operationId = "listMyTrips",
            summary = "An officer's trips with their slips in order, and what is on no trip yet")
    public Uni<Mine> mine(
            @RestQuery @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String from,
            @RestQuery @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String to,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        LocalDate first = day("from", from);
        LocalDate last = to == null ? first : day("to", to);
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw Refusal.field("to", to, "field.range", first, first.plusDays(MOST_DAYS));
        }
        return actors.current()
                .chain(actor -> trips.between(database.reading(), actor.courtId(), first, last, actor.personId())
                        .chain(own -> views(actor, own, language))
                        .chain(own -> slips.unplanned(database.reading(), actor, first, actor.personId())
                                .chain(left -> onTheSpot(actor, left, language))
                                .map(left -> new Mine(own, List.copyOf(left.values())))));
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
        Roles.POLICE,
        Roles.TRIAGE,
        Roles.NODE_CONTROL,
        Roles.FUNDS,
        Roles.RESTRICTION,
        Roles.FINAL_REVIEW,
        Roles.QUALITY,
        Roles.ARCHIVE,
        Roles.AUDITOR
    })
    @Operation(operationId = "listTrips", summary = "The trips of a day, with the stops within sight")
    public Uni<List<TripView>> list(
            @RestQuery @Parameter(schema = @Schema(implementation = LocalDate.class)) @Nullable String on,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        LocalDate day = day("on", on);
        return actors.current().chain(actor -> trips.between(database.reading(), actor.courtId(), day, day, null)
                .chain(found -> views(actor, found, language)));
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
        return actors.current().chain(actor -> trips.officers(database.reading(), actor.courtId(), area));
    }

    @POST
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(operationId = "makeTrip", summary = "The affairs team plans a trip")
    @APIResponse(
            responseCode = "201",
            description = "The trip",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TripView.class)))
    @APIResponse(responseCode = "409", description = "A slip is not under way, or is on another trip of that day")
    public Uni<RestResponse<TripView>> make(
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
    public Uni<TripView> change(
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

    private Uni<TripView> one(Actor actor, UUID id, @Nullable String language) {
        return trips.find(database.reading(), actor.courtId(), id)
                .chain(trip -> views(actor, List.of(trip), language))
                .map(all -> all.get(0));
    }

    /** With the stops within the caller's sight; a trip on which there are none is none of theirs. */
    private Uni<List<TripView>> views(Actor actor, List<Trip> all, @Nullable String language) {
        List<UUID> wanted =
                all.stream().flatMap(trip -> trip.slips().stream()).distinct().toList();
        List<UUID> people = all.stream()
                .flatMap(trip -> trip.officers().stream())
                .distinct()
                .toList();
        return slips.seen(database.reading(), actor, wanted)
                .chain(found -> onTheSpot(actor, found, language))
                .chain(shown -> views.people(actor.courtId(), people).map(named -> {
                    Map<UUID, PersonRef> known =
                            named.stream().collect(Collectors.toMap(PersonRef::id, Function.identity()));
                    return all.stream()
                            .map(trip -> view(trip, shown, known))
                            .filter(trip -> !trip.stops().isEmpty())
                            .toList();
                }));
    }

    private static TripView view(Trip trip, Map<UUID, OnTheSpot> shown, Map<UUID, PersonRef> known) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < trip.slips().size(); i++) {
            OnTheSpot slip = shown.get(trip.slips().get(i));
            if (slip != null) {
                stops.add(new Stop(i + 1, slip));
            }
        }
        return new TripView(
                trip.id(),
                trip.on(),
                trip.title(),
                trip.officers().stream()
                        .map(id -> Objects.requireNonNull(known.get(id)))
                        .toList(),
                stops,
                trip.version());
    }

    private Uni<Map<UUID, OnTheSpot>> onTheSpot(Actor actor, List<TaskSlip> found, @Nullable String language) {
        List<UUID> about = found.stream().map(slip -> slip.of().id()).distinct().toList();
        return cases.byIds(database.reading(), actor.courtId(), about)
                .chain(known -> views.of(actor, found, Messages.locale(language))
                        .map(shown -> {
                            Map<UUID, OnTheSpot> all = new LinkedHashMap<>();
                            shown.forEach(slip ->
                                    all.put(slip.id(), spot(slip, Objects.requireNonNull(known.get(slip.caseId())))));
                            return all;
                        }));
    }

    private static OnTheSpot spot(TaskSlipView slip, EnforcementCase subject) {
        return new OnTheSpot(
                slip,
                subject.row().claimAmount() == null
                        ? null
                        : subject.row().claimAmount().toPlainString(),
                subject.row().parties().stream()
                        .map(party -> new PartyOnTheSpot(party.role().name(), party.name()))
                        .toList());
    }
}
