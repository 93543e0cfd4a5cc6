package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.Trips;
import org.zhixing.slip.rules.TaskSlip;
import org.zhixing.slip.rules.TaskSlipAct;
import org.zhixing.slip.rules.TaskSlipOfficer;
import org.zhixing.slip.rules.TaskSlipPermits;
import org.zhixing.slip.rules.TaskSlipState;
import org.zhixing.slip.rules.TaskSlipStep;

/**
 * A task slip's way from the judge's signature to its acceptance (clauses 一(四), 一(五)): each step once, told to whoever
 * comes next, and on the case's timeline, with whatever it does to the slip's clock in one transaction.
 */
@ApplicationScoped
public class MoveTaskSlip {
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final TaskSlips slips;
    private final Trips trips;
    private final Names names;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    MoveTaskSlip(
            Database database,
            Cases cases,
            Nodes nodes,
            Suspensions suspensions,
            TaskSlips slips,
            Trips trips,
            Names names,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.slips = slips;
        this.trips = trips;
        this.names = names;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What is done to which slip, in the version the caller has seen.
     *
     * @param text the result, or the reason
     * @param executor whoever carries it out, with the others who go along
     */
    public record Request(
            UUID slipId,
            int version,
            TaskSlipAct act,
            @Nullable String text,
            @Nullable UUID executor,
            List<UUID> others,
            @Nullable String idempotencyKey) {
        /** An act that names nobody. */
        public static Request of(
                UUID slipId, int version, TaskSlipAct act, @Nullable String text, @Nullable String idempotencyKey) {
            return new Request(slipId, version, act, text, null, List.of(), idempotencyKey);
        }
    }

    /** What makes two requests the same. */
    private record Same(
            UUID slipId,
            TaskSlipAct act,
            @Nullable String text,
            @Nullable UUID executor,
            List<UUID> others) {}

    private record Place(TaskSlip slip, EnforcementCase subject, Optional<Node> node, Nodes.Rulebook rulebook) {}

    /** 404 out of sight, 403 not the actor's to do, 409 the slip has not come to it, 412 changed meanwhile. */
    public Uni<Void> move(Actor by, Request request) {
        var same = new Same(request.slipId(), request.act(), request.text(), request.executor(), request.others());
        var ticket = new Once.Ticket(
                by.courtId(),
                by.personId(),
                request.idempotencyKey(),
                request.act().topic(),
                same);
        return names.of(by.courtId())
                .chain(known -> database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> locked(tx, by, request.slipId())
                                .invoke(place -> check(by, place.slip(), request, known))
                                .chain(place -> step(tx, by, place, request))
                                .replaceWith(new FileCase.Made(request.slipId())))))
                .replaceWithVoid();
    }

    /** The calendar, the case, the node, the slip: as everybody locks who touches more than one of them. */
    private Uni<Place> locked(SqlConnection tx, Actor by, UUID id) {
        int court = by.courtId();
        return slips.find(tx, by, id).chain(seen -> nodes.rulebookForDating(tx, court)
                .chain(rulebook -> cases.lockWhole(tx, court, seen.of().id())
                        .chain(subject -> nodes.lockAll(tx, court, nodeOf(seen)).chain(found -> slips.lock(tx, by, id)
                                .map(slip ->
                                        new Place(slip, subject, found.stream().findFirst(), rulebook))))));
    }

    private static List<UUID> nodeOf(TaskSlip slip) {
        UUID node = slip.course().nodeId();
        return node == null ? List.of() : List.of(node);
    }

    private static void check(Actor by, TaskSlip slip, Request request, Map<UUID, Names.Known> known) {
        TaskSlipAct act = request.act();
        if (!TaskSlipPermits.theirs(act, by, slip)) {
            UUID judge = slip.of().judgeId();
            String name = judge == null
                    ? "—"
                    : known.getOrDefault(judge, Names.Known.NOBODY).name();
            throw act == TaskSlipAct.SIGN
                    ? Refusal.forbidden(
                            "task-slip-not-judge", "一(五)", slip.number().text(), name)
                    : Refusal.forbidden(
                            "task-slip-not-yours",
                            slip.kind().clause(),
                            slip.number().text());
        }
        if (!TaskSlipPermits.fits(act, slip)) {
            throw Refusal.conflict("task-slip-not-there", slip.number().text());
        }
        if (slip.version() != request.version()) {
            throw Refusal.stale(slip.version(), List.of("state"));
        }
    }

    private Uni<Void> step(SqlConnection tx, Actor by, Place place, Request request) {
        Uni<TaskSlip.Course> course =
                switch (request.act()) {
                    case SIGN -> now(place.slip().course().signed(by.personId(), clock.today()));
                    case RECEIVE -> receive(tx, by, place);
                    case ASSIGN -> assign(tx, by, place, request);
                    case HAND_IN -> now(handIn(by, place, request));
                    case ACCEPT -> now(proved(place).ended(TaskSlipState.ACCEPTED, null));
                    case RETURN -> sendBack(tx, place, request);
                    case CANCEL -> cancel(tx, place, request);
                    case ASK -> throw new IllegalArgumentException("A slip is asked for once");
                    case PROVE, REOPEN -> throw new IllegalArgumentException("It comes of what is done in the volume");
                };
        return course.chain(to -> {
            TaskSlip after = place.slip().at(to);
            TaskSlipTold told = new TaskSlipTold(after, request.act(), by.personId(), request.text(), clock.today());
            return slips.move(tx, after, new TaskSlipStep(request.act(), by.personId(), clock.today(), request.text()))
                    .chain(() -> outbox.put(tx, by.courtId(), List.of(told.event())))
                    .chain(() -> audit.write(tx, Audit.by(by), List.of(told.entry())));
        });
    }

    private static Uni<TaskSlip.Course> now(TaskSlip.Course course) {
        return Uni.createFrom().item(course);
    }

    /** The fifteen days run from receipt; a slip that filing opened runs on the clock it has. */
    private Uni<TaskSlip.Course> receive(SqlConnection tx, Actor by, Place place) {
        TaskSlip slip = place.slip();
        if (place.node().isPresent()) {
            return now(slip.course()
                    .received(by.personId(), clock.today(), place.node().get().id()));
        }
        EnforcementCase subject = place.subject();
        var event = new Nodes.Happening(
                StartEvent.SLIP_RECEIVED,
                FileCases.owner(subject),
                FileCases.subject(subject),
                slip.id(),
                clock.today());
        return suspensions
                .ofCase(tx, slip.courtId(), subject.id())
                .map(paused -> nodes.openFor(place.rulebook(), event, paused, clock.today()))
                .call(opened -> nodes.insert(tx, opened))
                .call(() -> nodes.refreshNextDue(tx, List.of(subject.id())))
                .map(opened -> slip.course()
                        .received(
                                by.personId(),
                                clock.today(),
                                opened.stream().findFirst().map(Node::id).orElse(null)));
    }

    private Uni<TaskSlip.Course> assign(SqlConnection tx, Actor by, Place place, Request request) {
        UUID executor = request.executor();
        if (executor == null) {
            throw Refusal.field("executorId", null, "field.required");
        }
        Set<UUID> all = new LinkedHashSet<>();
        all.add(executor);
        all.addAll(request.others());
        return trips.officers(tx, by.courtId(), null)
                .invoke(team -> officersOnly(team, all))
                .chain(() -> {
                    Optional<Node> asked = place.node().filter(node -> node.open() && node.responsibleTeam() == null);
                    return asked.isEmpty()
                            ? Uni.createFrom().item(0)
                            : nodes.update(tx, List.of(asked.get().assignedTo(List.copyOf(all))));
                })
                .map(done -> place.slip().course().assigned(executor, List.copyOf(all)));
    }

    private static void officersOnly(List<TaskSlipOfficer> team, Set<UUID> wanted) {
        Set<UUID> known = team.stream().map(TaskSlipOfficer::id).collect(Collectors.toSet());
        wanted.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Refusal.field("officers", id, "task-slip.officer");
        });
    }

    private TaskSlip.Course handIn(Actor by, Place place, Request request) {
        return proved(place).handedIn(by.personId(), clock.today(), said(request));
    }

    /**
     * The evidence stops the clock (domain 3); without it there is no result, and where it was removed since, none to
     * accept.
     */
    private static TaskSlip.Course proved(Place place) {
        TaskSlip slip = place.slip();
        if (place.node().filter(node -> node.doneOn() != null).isEmpty()) {
            throw Refusal.rule(
                    "task-slip-no-evidence", slip.kind().clause(), slip.number().text());
        }
        return slip.course();
    }

    private Uni<TaskSlip.Course> sendBack(SqlConnection tx, Place place, Request request) {
        TaskSlip.Course back = place.slip().course().ended(TaskSlipState.RETURNED, said(request));
        // Where its evidence was removed meanwhile the node is open already.
        Optional<Node> done = place.node().filter(node -> node.doneOn() != null);
        return nodes.lockOfCase(tx, place.slip().courtId(), place.slip().of().id())
                .invoke(all -> done.ifPresent(node -> onlyClock(all, node)))
                .chain(() -> onNode(
                        tx,
                        done.map(node ->
                                node.reopened(clock.today(), place.rulebook().calendar()))))
                .replaceWith(back);
    }

    /** Of one duty two clocks cannot run. */
    private static void onlyClock(List<Node> all, Node done) {
        if (all.stream()
                .anyMatch(node -> node.open()
                        && node.code() == done.code()
                        && Objects.equals(node.subjectId(), done.subjectId()))) {
            throw Refusal.conflict("node-runs-anew", done.caseNumber());
        }
    }

    private Uni<TaskSlip.Course> cancel(SqlConnection tx, Place place, Request request) {
        String why = said(request);
        return onNode(tx, place.node().filter(Node::open).map(node -> node.cancelled(clock.today(), why)))
                .replaceWith(place.slip().course().ended(TaskSlipState.CANCELLED, why));
    }

    private Uni<Integer> onNode(SqlConnection tx, Optional<Node> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().item(0)
                : nodes.update(tx, List.of(changed.get()))
                        .chain(() ->
                                nodes.refreshNextDue(tx, List.of(changed.get().caseId())));
    }

    private static String said(Request request) {
        String text = request.text();
        if (text == null || text.isBlank()) {
            throw Refusal.field("text", null, "field.required");
        }
        return text;
    }
}
