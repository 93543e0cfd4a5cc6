package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.rules.SlipWay;
import org.zhixing.slip.rules.TaskSlip;

/** What a task slip's steps do to the node that counts its days. */
@ApplicationScoped
class TaskSlipClock {
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final CourtClock clock;

    TaskSlipClock(Nodes nodes, Suspensions suspensions, CourtClock clock) {
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /**
     * The fifteen days run from receipt, a delegation's from its letter; a slip that filing opened runs on the clock it
     * has. Answers the node; null where the policy opens none.
     */
    Uni<@Nullable UUID> start(SqlConnection tx, TaskSlipPlace place, LocalDate on) {
        if (place.node().isPresent()) {
            return Uni.createFrom().item(place.node().get().id());
        }
        TaskSlip slip = place.slip();
        EnforcementCase subject = place.subject();
        var event = new Nodes.Happening(
                slip.kind().way() == SlipWay.HERE ? StartEvent.SLIP_RECEIVED : StartEvent.DELEGATION_RECEIVED,
                FileCases.owner(subject),
                FileCases.subject(subject),
                slip.id(),
                on);
        return suspensions
                .ofCase(tx, slip.courtId(), subject.id())
                .map(paused -> nodes.openFor(place.rulebook(), event, paused, clock.today()))
                .call(opened -> nodes.insert(tx, opened))
                .call(() -> nodes.refreshNextDue(tx, List.of(subject.id())))
                .map(opened -> opened.stream().findFirst().map(Node::id).orElse(null));
    }

    /** A slip's node is its officers'; one that filing opened stays the team's. */
    Uni<Integer> assign(SqlConnection tx, TaskSlipPlace place, List<UUID> officers) {
        Optional<Node> asked = place.node().filter(node -> node.open() && node.responsibleTeam() == null);
        return asked.isEmpty()
                ? Uni.createFrom().item(0)
                : nodes.update(tx, List.of(asked.get().assignedTo(officers)));
    }

    /** The evidence stops the clock (domain 3); without it there is no result, and where it was removed, none to accept. */
    static void proved(TaskSlipPlace place) {
        TaskSlip slip = place.slip();
        if (slip.kind().way() == SlipWay.HERE
                && place.node().filter(node -> node.doneOn() != null).isEmpty()) {
            String wanted = place.node()
                    .map(Node::evidenceCategory)
                    .map(EvidenceCategory::name)
                    .orElse(null);
            throw Refusal.rule(
                    "task-slip-no-evidence",
                    slip.kind().clause(),
                    slip.number().text(),
                    new Messages.Term("evidence." + wanted));
        }
    }

    /** The node opens again with the due date it had; where its evidence was removed meanwhile it is open already. */
    Uni<Integer> reopen(SqlConnection tx, TaskSlipPlace place) {
        Optional<Node> done = place.node().filter(node -> node.doneOn() != null);
        return nodes.lockOfCase(tx, place.slip().courtId(), place.slip().of().id())
                .invoke(all -> done.ifPresent(node -> onlyClock(all, node)))
                .chain(() -> change(
                        tx,
                        done.map(node ->
                                node.reopened(clock.today(), place.rulebook().calendar()))));
    }

    /** Of one duty two clocks cannot run. */
    private static void onlyClock(List<Node> all, Node done) {
        if (all.stream()
                .anyMatch(node -> node.open()
                        && node.code() == done.code()
                        && Objects.equals(node.subjectId(), done.subjectId()))) {
            throw Refusal.conflict("node-runs-anew", done.caseNumber()).under(done.clause());
        }
    }

    Uni<Integer> cancel(SqlConnection tx, TaskSlipPlace place, String why) {
        return change(tx, place.node().filter(Node::open).map(node -> node.cancelled(clock.today(), why)));
    }

    private Uni<Integer> change(SqlConnection tx, Optional<Node> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().item(0)
                : nodes.update(tx, List.of(changed.get()))
                        .chain(() ->
                                nodes.refreshNextDue(tx, List.of(changed.get().caseId())));
    }
}
