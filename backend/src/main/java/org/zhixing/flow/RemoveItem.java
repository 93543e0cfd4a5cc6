package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Completion;
import org.zhixing.clock.rules.Node;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/**
 * Takes an item out of a case's volume with a reason; it is kept and shown as removed. The node that it proved is open
 * again with the due date it had, and whoever answers for it is told.
 */
@ApplicationScoped
public class RemoveItem {
    private final Database database;
    private final Cases cases;
    private final Nodes nodes;
    private final Volumes volumes;
    private final EndSlip slip;
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    RemoveItem(
            Database database,
            Cases cases,
            Nodes nodes,
            Volumes volumes,
            EndSlip slip,
            Outbox outbox,
            Audit audit,
            CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.nodes = nodes;
        this.volumes = volumes;
        this.slip = slip;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The node that is open again, if the item proved one. */
    public record Removed(@Nullable UUID reopenedNode) {}

    /** 404 out of sight, 403 not theirs, 412 changed meanwhile, 409 removed already, 422 the case is closed. */
    public Uni<Removed> remove(Actor by, UUID id, int version, String reason) {
        return database.inTransaction(tx -> nodes.rulebookForDating(tx, by.courtId())
                .chain(rulebook -> volumes.find(tx, by.courtId(), id).chain(item -> cases.lock(tx, by, item.caseId())
                        .chain(whole -> nodes.lockOfCase(tx, by.courtId(), whole.id())
                                // Read again: only now nobody else can change it.
                                .chain(all -> volumes.find(tx, by.courtId(), id)
                                        // A node is proven by what was filed first; a newer version leaves that proof.
                                        .chain(now -> volumes.find(tx, by.courtId(), id, 1)
                                                .map(first -> first.latest()
                                                        .content()
                                                        .file()
                                                        .id())
                                                .chain(proof -> remove(
                                                        tx,
                                                        new Act(by, whole, now, proof, reason),
                                                        version,
                                                        all,
                                                        rulebook))))))));
    }

    private record Act(Actor by, EnforcementCase whole, VolumeItem item, UUID proof, String reason) {}

    private Uni<Removed> remove(SqlConnection tx, Act act, int version, List<Node> all, Nodes.Rulebook rulebook) {
        Optional<Node> proven = all.stream()
                .filter(node -> node.id().equals(act.item().nodeId()) && node.doneOn() != null)
                .filter(node -> act.proof().equals(node.evidenceFile()))
                .findFirst();
        check(act, version, proven.orElse(null), all);
        Optional<Node> reopened = proven.map(node -> node.reopened(clock.today(), rulebook.calendar()));
        var removal = new VolumeItem.Removal(act.by().personId(), clock.now(), act.reason());
        return nodes.update(tx, reopened.stream().toList())
                .chain(() -> nodes.refreshNextDue(tx, List.of(act.whole().id())))
                .chain(() -> volumes.remove(tx, act.item(), removal))
                .chain(() -> outbox.put(
                        tx,
                        act.by().courtId(),
                        reopened.map(node -> told(act, node)).stream().toList()))
                .chain(() -> reopened.isEmpty()
                        ? Uni.createFrom().item(List.<Entry>of())
                        : slip.opened(tx, act.by(), reopened.get().id()))
                .chain(back -> audit.write(
                        tx,
                        Audit.by(act.by()),
                        Stream.concat(entries(act, reopened).stream(), back.stream())
                                .toList()))
                .replaceWith(new Removed(reopened.map(Node::id).orElse(null)));
    }

    private static void check(Act act, int version, @Nullable Node proven, List<Node> all) {
        mayChange(act.by(), act.whole(), act.item(), proven, version);
        // Of one duty two clocks cannot run.
        if (proven != null
                && all.stream()
                        .anyMatch(node -> node.open()
                                && node.code() == proven.code()
                                && Objects.equals(node.subjectId(), proven.subjectId()))) {
            throw Refusal.conflict("node-runs-anew", proven.caseNumber()).under(proven.clause());
        }
    }

    /** Handlers, the team's keepers of files, and whoever answers for the node that the item proves. */
    static void mayChange(Actor by, EnforcementCase whole, VolumeItem item, @Nullable Node proven, int version) {
        boolean handles = whole.handledBy(by.personId());
        boolean keeper = by.team() != null && by.team() == whole.team() && by.hasAny(Role.JUDGE_ASSISTANT, Role.CLERK);
        boolean answers = proven != null && Completion.mayComplete(by, proven, handles);
        if (!handles && !keeper && !answers) {
            throw Refusal.forbidden("not-handler", "一(五)");
        }
        if (!whole.open()) {
            throw ClosedVolume.of(whole);
        }
        if (item.removal() != null) {
            throw Refusal.conflict("item-removed", item.latest().content().title())
                    .under("二(四)");
        }
        if (item.version() != version) {
            throw Refusal.stale(item.version(), List.of("removal"));
        }
    }

    /** Those who answer for the node, and the case's handlers; a team's node also goes to that team's leader. */
    private Event told(Act act, Node node) {
        Set<UUID> people = new LinkedHashSet<>(node.responsibleIds());
        Stream.of(
                        Optional.ofNullable(act.whole().judgeId()),
                        Optional.ofNullable(act.whole().executorId()))
                .flatMap(Optional::stream)
                .forEach(people::add);
        var team = node.responsibleTeam();
        List<Event.Circle> circles =
                team == null ? List.of() : List.of(new Event.Circle(org.zhixing.access.Roles.TEAM_LEADER, team.name()));
        return new Event(
                "node.reopened",
                "node.reopened:" + act.item().id(),
                List.copyOf(people),
                circles,
                Map.of(
                        "number",
                        node.caseNumber(),
                        "node",
                        node.code().name(),
                        "due",
                        node.dueOn().toString(),
                        "reason",
                        act.reason()),
                node.caseId(),
                node.id(),
                clock.today());
    }

    private List<Entry> entries(Act act, Optional<Node> reopened) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Object> removed = new LinkedHashMap<>();
        removed.put("title", act.item().latest().content().title());
        removed.put("category", act.item().category());
        removed.put("reason", act.reason());
        entries.add(new Entry("dossier.removed", act.whole().id(), act.item().id(), removed));
        reopened.ifPresent(node -> entries.add(new Entry(
                "node.reopened",
                node.caseId(),
                node.id(),
                Map.of(
                        "code",
                        node.code().name(),
                        "due",
                        node.dueOn().toString(),
                        "reason",
                        act.reason(),
                        "state",
                        node.state(clock.today()).name()))));
        return entries;
    }
}
