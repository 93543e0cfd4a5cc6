package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.flow.RecordLooks;
import org.zhixing.platform.Asked;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.Trips;

/** What an officer has to do, with where to find the parties; whoever is shown that is in the trail. */
@Path("/api/v1/trips/mine")
@Tag(name = "task-slips")
public class MyTripsResource {
    private static final int MOST_DAYS = 31;

    private final Actors actors;
    private final TaskSlips slips;
    private final Trips trips;
    private final TripViews views;
    private final RecordLooks looks;
    private final Database database;
    private final CourtClock clock;

    MyTripsResource(
            Actors actors,
            TaskSlips slips,
            Trips trips,
            TripViews views,
            RecordLooks looks,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.slips = slips;
        this.trips = trips;
        this.views = views;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    /** What one officer has to do. */
    @Schema(name = "MyTaskSlips")
    public record Mine(List<TripViews.TripView> trips, List<TripViews.OnTheSpot> unplanned) {}

    @GET
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
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> trips.between(database.reading(), actor.courtId(), first, last, actor.personId())
                        .chain(own -> views.of(actor, own, locale))
                        .chain(own -> slips.unplanned(database.reading(), actor, first, actor.personId())
                                .chain(left -> views.onTheSpot(actor, left, locale))
                                .map(left -> new Mine(own, List.copyOf(left.values()))))
                        .call(shown -> looks.seen(actor, inFull(actor, shown))));
    }

    /** The cases whose parties' phones or addresses the officer is shown unmasked. */
    private static Map<UUID, String> inFull(Actor actor, Mine shown) {
        Map<UUID, String> cases = new TreeMap<>();
        Stream.concat(
                        shown.trips().stream()
                                .flatMap(trip -> trip.stops().stream().map(TripViews.Stop::slip)),
                        shown.unplanned().stream())
                .filter(spot -> TripViews.goes(actor, spot.slip()))
                .filter(spot -> spot.parties().stream().anyMatch(p -> p.phone() != null || p.address() != null))
                .forEach(spot -> cases.put(spot.slip().caseId(), spot.slip().caseNumber()));
        return cases;
    }

    private LocalDate day(String field, @Nullable String text) {
        LocalDate day = Asked.date(field, text);
        return day == null ? clock.today() : day;
    }
}
