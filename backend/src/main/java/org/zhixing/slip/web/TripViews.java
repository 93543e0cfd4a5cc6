package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.PartyContact;
import org.zhixing.platform.Database;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.Trip;

/** Puts trips and their stops into the caller's words, with the facts that are needed on the spot. */
@ApplicationScoped
public class TripViews {
    private final TaskSlips slips;
    private final Cases cases;
    private final TaskSlipViews views;
    private final Database database;

    TripViews(TaskSlips slips, Cases cases, TaskSlipViews views, Database database) {
        this.slips = slips;
        this.cases = cases;
        this.views = views;
        this.database = database;
    }

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

    /** A party as the register names it; where to find them is masked but to the officers who go. */
    @Schema(name = "PartyOnTheSpot")
    public record PartyOnTheSpot(
            String role,
            String name,
            @Nullable String phone,
            @Nullable String address) {
        static PartyOnTheSpot of(PartyContact party, boolean whole) {
            return new PartyOnTheSpot(
                    party.role().name(),
                    party.name(),
                    whole ? party.phone() : Masking.phone(party.phone()),
                    whole ? party.address() : Masking.address(party.address()));
        }
    }

    /** With the stops within the caller's sight; a trip on which there are none is none of theirs. */
    Uni<List<TripView>> of(Actor actor, List<Trip> all, Locale locale) {
        List<UUID> wanted =
                all.stream().flatMap(trip -> trip.slips().stream()).distinct().toList();
        List<UUID> people = all.stream()
                .flatMap(trip -> trip.officers().stream())
                .distinct()
                .toList();
        return slips.seen(database.reading(), actor, wanted)
                .chain(found -> onTheSpot(actor, found, locale))
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

    /** By the slips' ids, in their order. */
    Uni<Map<UUID, OnTheSpot>> onTheSpot(Actor actor, List<TaskSlip> found, Locale locale) {
        List<UUID> about = found.stream().map(slip -> slip.of().id()).distinct().toList();
        return cases.byIds(database.reading(), actor.courtId(), about)
                .chain(known -> cases.contacts(database.reading(), actor.courtId(), about)
                        .chain(parties -> views.of(actor, found, locale).map(shown -> {
                            Map<UUID, OnTheSpot> all = new LinkedHashMap<>();
                            shown.forEach(slip -> all.put(
                                    slip.id(),
                                    spot(
                                            actor,
                                            slip,
                                            Objects.requireNonNull(known.get(slip.caseId())),
                                            parties.getOrDefault(slip.caseId(), List.of()))));
                            return all;
                        })));
    }

    private static OnTheSpot spot(Actor actor, TaskSlipView slip, EnforcementCase subject, List<PartyContact> parties) {
        boolean goes = goes(actor, slip);
        return new OnTheSpot(
                slip,
                subject.row().claimAmount() == null
                        ? null
                        : subject.row().claimAmount().toPlainString(),
                parties.stream().map(party -> PartyOnTheSpot.of(party, goes)).toList());
    }

    /** Whether the caller is one of the officers who are to carry it out. */
    static boolean goes(Actor actor, TaskSlipView slip) {
        return slip.state().underWay()
                && slip.officers().stream().anyMatch(officer -> officer.id().equals(actor.personId()));
    }
}
