package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.Cases;
import org.zhixing.clock.Nodes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.Trips;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.Letter;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipState;

/**
 * A task slip's way from the judge's signature to its acceptance (clauses 一(四), 一(五)): each step once, told to whoever
 * comes next, and on the case's timeline, with whatever it does to the slip's clock in one transaction.
 */
@ApplicationScoped
public class MoveTaskSlip {
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final TaskSlips slips;
    private final Trips trips;
    private final TaskSlipClock days;
    private final DelegationLetters letters;
    private final KeepTaskSlip keep;
    private final Names names;
    private final Once once;
    private final CourtClock clock;

    MoveTaskSlip(
            Database database,
            Cases cases,
            Nodes nodes,
            TaskSlips slips,
            Trips trips,
            TaskSlipClock days,
            DelegationLetters letters,
            KeepTaskSlip keep,
            Names names,
            Once once,
            CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.slips = slips;
        this.trips = trips;
        this.days = days;
        this.letters = letters;
        this.keep = keep;
        this.names = names;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What is done to which slip, in the version the caller has seen.
     *
     * @param text the result, or the reason
     * @param executor whoever carries it out, with the others who go along
     * @param letter the letter by which a delegation goes out or is answered
     * @param uploadId the letter itself, where it answers
     */
    public record Request(
            UUID slipId,
            int version,
            TaskSlipAct act,
            @Nullable String text,
            @Nullable UUID executor,
            List<UUID> others,
            @Nullable Letter letter,
            @Nullable UUID uploadId,
            @Nullable String idempotencyKey) {
        /** An act that names nobody and sends nothing. */
        public static Request of(
                UUID slipId, int version, TaskSlipAct act, @Nullable String text, @Nullable String idempotencyKey) {
            return new Request(slipId, version, act, text, null, List.of(), null, null, idempotencyKey);
        }
    }

    /** What makes two requests the same. */
    private record Same(
            UUID slipId,
            TaskSlipAct act,
            @Nullable String text,
            @Nullable UUID executor,
            List<UUID> others,
            @Nullable Letter letter,
            @Nullable UUID uploadId) {}

    /** 404 out of sight, 403 not the actor's to do, 409 the slip has not come to it, 412 changed meanwhile. */
    public Uni<Void> move(Actor by, Request request) {
        var same = new Same(
                request.slipId(),
                request.act(),
                request.text(),
                request.executor(),
                request.others(),
                request.letter(),
                request.uploadId());
        var ticket = new Once.Ticket(
                by.courtId(),
                by.personId(),
                request.idempotencyKey(),
                request.act().topic(),
                same);
        return names.of(by.courtId())
                .chain(known -> database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> locked(tx, by, request.slipId())
                                .invoke(place -> TaskSlipGate.check(by, place.slip(), request, known))
                                .chain(place -> step(tx, by, place, request))
                                .replaceWith(new FileCase.Made(request.slipId())))))
                .replaceWithVoid();
    }

    /** The calendar, the case, the node, the slip: as everybody locks who touches more than one of them. */
    private Uni<TaskSlipPlace> locked(SqlConnection tx, Actor by, UUID id) {
        int court = by.courtId();
        return slips.find(tx, by, id).chain(seen -> nodes.rulebookForDating(tx, court)
                .chain(rulebook -> cases.lockWhole(tx, court, seen.of().id())
                        .chain(subject -> nodes.lockAll(tx, court, nodeOf(seen)).chain(found -> slips.lock(tx, by, id)
                                .map(slip -> new TaskSlipPlace(
                                        slip, subject, found.stream().findFirst(), rulebook))))));
    }

    private static List<UUID> nodeOf(TaskSlip slip) {
        UUID node = slip.course().nodeId();
        return node == null ? List.of() : List.of(node);
    }

    private Uni<Void> step(SqlConnection tx, Actor by, TaskSlipPlace place, Request request) {
        TaskSlip.Course course = place.slip().course();
        LocalDate today = clock.today();
        Uni<TaskSlip> after =
                switch (request.act()) {
                    case SIGN -> now(place.slip().at(course.signed(by.personId(), today)));
                    case RECEIVE -> receive(tx, by, place, request);
                    case ASSIGN -> assign(tx, by, place, request);
                    case HAND_IN -> handIn(tx, by, place, request);
                    case ACCEPT -> accept(tx, by, place, request);
                    case RETURN -> sendBack(tx, place, said(request));
                    case CANCEL ->
                        days.cancel(tx, place, said(request))
                                .replaceWith(place.slip().at(course.ended(TaskSlipState.CANCELLED, said(request))));
                    case ASK -> throw new IllegalArgumentException("A slip is asked for once");
                    case PROVE, REOPEN -> throw new IllegalArgumentException("It comes of what is done in the volume");
                };
        return after.chain(slip -> keep.step(tx, by, slip, request.act(), request.text()));
    }

    private static Uni<TaskSlip> now(TaskSlip slip) {
        return Uni.createFrom().item(slip);
    }

    /** A delegation to another court is taken by sending the letter, and counts from it. */
    private Uni<TaskSlip> receive(SqlConnection tx, Actor by, TaskSlipPlace place, Request request) {
        TaskSlip slip = place.slip();
        Delegation delegation = slip.delegation();
        if (delegation == null) {
            return days.start(tx, place, clock.today())
                    .map(node -> slip.at(slip.course().received(by.personId(), clock.today(), node)));
        }
        Letter letter = letters.letter(slip, request, slip.course().signedOn());
        return days.start(tx, place, letter.on())
                .map(node -> slip.at(slip.course().received(by.personId(), clock.today(), node))
                        .with(delegation.sent(letter)));
    }

    private Uni<TaskSlip> assign(SqlConnection tx, Actor by, TaskSlipPlace place, Request request) {
        UUID executor = request.executor();
        if (executor == null) {
            throw Refusal.field("executorId", null, "field.required");
        }
        Set<UUID> all = new LinkedHashSet<>();
        all.add(executor);
        all.addAll(request.others());
        List<UUID> officers = List.copyOf(all);
        return trips.onlyOfficers(tx, by.courtId(), officers)
                .chain(() -> days.assign(tx, place, officers))
                .replaceWith(place.slip().at(place.slip().course().assigned(executor, officers)));
    }

    /** The officers' result; of a delegation to another court its reply, which stops the clock. */
    private Uni<TaskSlip> handIn(SqlConnection tx, Actor by, TaskSlipPlace place, Request request) {
        TaskSlipClock.proved(place);
        TaskSlip slip = place.slip().at(place.slip().course().handedIn(by.personId(), clock.today(), said(request)));
        return slip.kind().way() == SlipWay.OUT ? letters.reply(tx, by, place, slip, request) : now(slip);
    }

    /** Of a delegation from another court our reply, which stops the clock. */
    private Uni<TaskSlip> accept(SqlConnection tx, Actor by, TaskSlipPlace place, Request request) {
        TaskSlipClock.proved(place);
        TaskSlip slip = place.slip().at(place.slip().course().ended(TaskSlipState.ACCEPTED, null));
        return slip.kind().way() == SlipWay.IN ? letters.reply(tx, by, place, slip, request) : now(slip);
    }

    /** What comes in has been answered by nobody yet: its clock runs on. A reply that says too little opens it again. */
    private Uni<TaskSlip> sendBack(SqlConnection tx, TaskSlipPlace place, String why) {
        TaskSlip back = place.slip().at(place.slip().course().ended(TaskSlipState.RETURNED, why));
        Delegation delegation = back.delegation();
        return days.reopen(tx, place).replaceWith(delegation == null ? back : back.with(delegation.replied(null)));
    }

    private static String said(Request request) {
        String text = request.text();
        if (text == null || text.isBlank()) {
            throw Refusal.field("text", null, "field.required");
        }
        return text;
    }
}
