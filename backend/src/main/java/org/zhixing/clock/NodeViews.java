package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.cases.Cases;
import org.zhixing.clock.rules.Completion;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.Extension;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.clock.rules.Responsible;
import org.zhixing.clock.rules.Stop;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** Puts nodes into the caller's words: state today, days left, names; a page costs the same few queries as one node. */
@ApplicationScoped
public class NodeViews {
    /** Names of nodes by code. */
    private static final String NAMES = "messages/nodes";

    private final SeenCalendar calendars;
    private final Names names;
    private final Cases cases;
    private final Files files;
    private final Database database;
    private final CourtClock clock;
    private final Messages messages;

    NodeViews(
            SeenCalendar calendars,
            Names names,
            Cases cases,
            Files files,
            Database database,
            CourtClock clock,
            Messages messages) {
        this.calendars = calendars;
        this.names = names;
        this.cases = cases;
        this.files = files;
        this.database = database;
        this.clock = clock;
        this.messages = messages;
    }

    /** What all nodes of one page share. */
    private record Around(
            Actor actor,
            LocalDate today,
            Locale locale,
            CourtCalendar calendar,
            Map<UUID, Names.Known> names,
            Map<UUID, StoredFile> files,
            Set<UUID> handled) {}

    public Uni<NodeView> of(Actor actor, Node node, Locale locale) {
        return of(actor, List.of(node), locale).map(all -> all.get(0));
    }

    /** In the given order. */
    public Uni<List<NodeView>> of(Actor actor, List<Node> nodes, Locale locale) {
        List<UUID> evidence = nodes.stream()
                .map(Node::evidenceFile)
                .flatMap(Stream::ofNullable)
                .toList();
        // Only a handler can be asked of a case whose node names somebody else, e.g. its judge of an executor's node.
        List<UUID> asked = actor.hasAny(Role.JUDGE, Role.EXECUTOR)
                ? nodes.stream()
                        .filter(node -> awaitsEvidence(node) || (node.open() && Extension.suits(node)))
                        .map(Node::caseId)
                        .distinct()
                        .toList()
                : List.of();
        return calendars
                .of(actor.courtId())
                .chain(calendar -> names.of(actor.courtId()).chain(named -> files.find(
                                database.reading(), actor.courtId(), evidence)
                        .chain(found -> cases.handledBy(database.reading(), actor.courtId(), actor.personId(), asked)
                                .map(handled ->
                                        new Around(actor, clock.today(), locale, calendar, named, found, handled)))))
                .map(around -> nodes.stream().map(node -> view(node, around)).toList());
    }

    private NodeView view(Node node, Around around) {
        NodeState state = node.state(around.today());
        LocalDate due = Pauses.known(node.dueOn());
        boolean inTime = state == NodeState.PENDING || state == NodeState.DUE_SOON || state == NodeState.SUSPENDED;
        return new NodeView(
                node.id(),
                node.caseId(),
                node.caseNumber(),
                node.code(),
                node.subjectId(),
                messages.text(NAMES, node.code().name(), around.locale()),
                node.clause(),
                node.caseTeam(),
                responsible(node, around.names()),
                node.startOn(),
                node.period(),
                node.unit(),
                node.rollOver(),
                node.pauses().stream()
                        .map(pause -> new NodeView.Pause(pause.from(), Pauses.known(pause.resume())))
                        .toList(),
                node.extension(),
                node.open() && Extension.suits(node) && due != null ? Extension.lastDay(due) : null,
                due,
                Pauses.known(node.dueSoonOn()),
                node.provisional(),
                state,
                inTime && due != null ? days(around.today(), due) : null,
                inTime && due != null ? around.calendar().workdaysBetween(around.today(), due) : null,
                late(node, state, around.today()),
                node.doneOn(),
                node.evidenceCategory(),
                node.stop(),
                evidence(node, around.files()),
                node.policyVersion(),
                node.cancelReason(),
                node.version(),
                allowed(node, around));
    }

    private static List<NodeView.Act> allowed(Node node, Around around) {
        boolean handles = around.handled().contains(node.caseId());
        if (awaitsEvidence(node) && Completion.mayComplete(around.actor(), node, handles)) {
            return List.of(NodeView.Act.COMPLETE);
        }
        boolean handler = handles && around.actor().hasAny(Role.JUDGE, Role.EXECUTOR);
        return handler && Extension.inTime(node, around.today()) ? List.of(NodeView.Act.ASK_EXTENSION) : List.of();
    }

    private static boolean awaitsEvidence(Node node) {
        return node.open() && node.stop() == Stop.EVIDENCE;
    }

    private static NodeView.ResponsibleView responsible(Node node, Map<UUID, Names.Known> names) {
        return new NodeView.ResponsibleView(
                kind(node.responsible()),
                node.responsibleTeam(),
                node.responsibleIds().stream()
                        .map(id -> new PersonRef(
                                id, names.getOrDefault(id, Names.Known.NOBODY).name()))
                        .toList());
    }

    private static NodeView.Kind kind(Responsible responsible) {
        return switch (responsible) {
            case EXECUTOR, SLIP_EXECUTOR -> NodeView.Kind.EXECUTOR;
            case JUDGE -> NodeView.Kind.JUDGE;
            case HANDLERS -> NodeView.Kind.HANDLERS;
            case AFFAIRS_TEAM, SPECIAL_TEAM -> NodeView.Kind.TEAM;
            case FUNDS_DESK -> NodeView.Kind.DESK;
            case ADDRESSEE -> NodeView.Kind.ADDRESSEE;
        };
    }

    private static @Nullable Integer late(Node node, NodeState state, LocalDate today) {
        return switch (state) {
            case OVERDUE -> days(node.dueOn(), today);
            case DONE_LATE -> days(node.dueOn(), Objects.requireNonNull(node.doneOn()));
            default -> null;
        };
    }

    private static NodeView.@Nullable Evidence evidence(Node node, Map<UUID, StoredFile> files) {
        UUID id = node.evidenceFile();
        StoredFile file = id == null ? null : files.get(id);
        return file == null ? null : new NodeView.Evidence(file.id(), file.name(), file.size(), file.sha256());
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
