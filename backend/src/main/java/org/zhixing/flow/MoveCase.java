package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Team;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Replan;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;

/**
 * Moves a case: team, handlers, loads and nodes change together. The nodes of the old team are cancelled, those of the
 * new one opened from the filing date, and the rest follow the case to its new people.
 */
@ApplicationScoped
public class MoveCase {
    /** Why a node was cancelled; the screens say it in words. */
    public static final String TEAM_CHANGED = "TEAM_CHANGED";

    private final Cases cases;
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final Handlers handlers;
    private final PassPapers papers;
    private final Outbox outbox;
    private final CourtClock clock;

    MoveCase(
            Cases cases,
            Nodes nodes,
            Suspensions suspensions,
            Handlers handlers,
            PassPapers papers,
            Outbox outbox,
            CourtClock clock) {
        this.cases = cases;
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.handlers = handlers;
        this.papers = papers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is moved where: {@code after} is the case with its new facts, still under its old team. */
    public record Move(
            Actor by,
            CaseFile.Open before,
            EnforcementCase after,
            @Nullable Team to) {}

    /** Saves the case under its (perhaps new) team; answers the audit entries that tell of it, to be written last. */
    public Uni<List<Entry>> apply(SqlConnection tx, Move move) {
        EnforcementCase before = move.before().subject();
        Team to = move.to();
        if (to == before.team() || to == null) {
            return settle(tx, move, move.after());
        }
        return handlers.lock(tx, before.courtId(), Set.of(to)).chain(bench -> {
            Handlers.Pair pair = bench.take(to, null, null);
            return settle(tx, move, move.after().withTeam(to, pair.judgeId(), pair.executorId()));
        });
    }

    /** Saves the case with the given handlers, and tells those who are new to it, of its papers too. */
    public Uni<List<Entry>> settle(SqlConnection tx, Move move, EnforcementCase after) {
        EnforcementCase before = move.before().subject();
        return settleQuietly(tx, move, after)
                .call(() -> outbox.put(tx, after.courtId(), events(before, after)))
                .call(() -> papers.tell(tx, before, after));
    }

    /** Saves the case with the given handlers; whoever moves many cases tells people of them all at once. */
    Uni<List<Entry>> settleQuietly(SqlConnection tx, Move move, EnforcementCase after) {
        EnforcementCase before = move.before().subject();
        LocalDate today = clock.today();
        Map<UUID, Integer> load = new HashMap<>();
        Handlers.count(load, before, -1);
        Handlers.count(load, after, 1);
        Node.Owner owner = FileCases.owner(after);
        Nodes.Rulebook rulebook = move.before().rulebook();
        return suspensions.ofCase(tx, after.courtId(), after.id()).chain(paused -> nodes.lockOfCase(
                        tx, after.courtId(), after.id())
                .chain(present -> {
                    Replan replan = Replan.of(present, rulebook.plan(FileCases.subject(after)));
                    List<Node> kept =
                            replan.keep().stream().map(n -> n.ownedBy(owner)).toList();
                    List<Node> cancelled = replan.cancel().stream()
                            .map(n -> n.cancelled(today, TEAM_CHANGED))
                            .toList();
                    // A node opened while the case is suspended stands still from its first day.
                    List<Node> opened =
                            nodes.opened(rulebook, owner, FileCases.subject(after), replan.open(), today).stream()
                                    .map(node -> rulebook.paused(node, paused, today))
                                    .toList();
                    LocalDate next = Node.nextDue(Stream.concat(kept.stream(), opened.stream()));
                    return nodes.update(tx, changed(present, kept, cancelled))
                            .chain(() -> nodes.insert(tx, opened))
                            .chain(() -> cases.update(tx, after.withNextDue(next)))
                            .chain(() -> handlers.addLoad(tx, load))
                            .replaceWith(entries(before, after, cancelled, opened));
                }));
    }

    /** Only nodes that differ are written, so that their versions rise for a reason. */
    private static List<Node> changed(List<Node> present, List<Node> kept, List<Node> cancelled) {
        List<Node> changed = new ArrayList<>(cancelled);
        kept.stream().filter(node -> !present.contains(node)).forEach(changed::add);
        return changed;
    }

    private List<Event> events(EnforcementCase before, EnforcementCase after) {
        List<UUID> fresh = Stream.of(after.judgeId(), after.executorId())
                .filter(person -> person != null && !before.handledBy(person))
                .toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        return List.of(new Event(
                "case.assigned",
                "assigned:" + after.id() + ":" + (before.version() + 1),
                fresh,
                List.of(),
                Map.of("number", after.row().number().text(), "team", String.valueOf(after.team())),
                after.id(),
                null,
                clock.today()));
    }

    private static List<Entry> entries(
            EnforcementCase before, EnforcementCase after, List<Node> cancelled, List<Node> opened) {
        List<Entry> entries = new ArrayList<>();
        if (before.team() != after.team()) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("from", String.valueOf(before.team()));
            detail.put("to", String.valueOf(after.team()));
            detail.put("changed", List.of("team", "judge", "executor"));
            detail.put("version", before.version() + 1);
            entries.add(new Entry("case.moved", after.id(), after.id(), detail));
        }
        for (Node node : cancelled) {
            entries.add(new Entry(
                    "node.cancelled",
                    after.id(),
                    node.id(),
                    Map.of("code", node.code().name(), "reason", TEAM_CHANGED)));
        }
        for (Node node : opened) {
            entries.add(new Entry(
                    "node.opened",
                    after.id(),
                    node.id(),
                    Map.of("code", node.code().name(), "due", MoveDates.text(node.dueOn()))));
        }
        return entries;
    }
}
