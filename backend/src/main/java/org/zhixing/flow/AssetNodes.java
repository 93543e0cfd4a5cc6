package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.clock.rules.StartEvent;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureQueue;
import org.zhixing.measure.rules.MeasureStatus;
import org.zhixing.platform.CourtClock;

/** Opens and ends the nodes that an asset and the measures on it bring (二(四)4, 民诉法解释第485条). */
@ApplicationScoped
class AssetNodes {
    private final Nodes nodes;
    private final Suspensions suspensions;
    private final CourtClock clock;

    AssetNodes(Nodes nodes, Suspensions suspensions, CourtClock clock) {
        this.nodes = nodes;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** The nodes of a locked case, and what is wanted of them. */
    private record Desk(
            CaseFile.Open open, List<Node> present, List<CaseSuspension> paused, List<Node> add, List<Node> change) {}

    /** Once per property that is disposable; one that turns out not to be needs no disposal any more. */
    Uni<Void> disposal(SqlConnection tx, CaseFile.Open open, Asset asset) {
        return desk(tx, open).chain(desk -> {
            List<Node> own = about(desk, asset.id(), NodeCode.PROPERTY_DISPOSAL);
            if (!asset.facts().disposable()) {
                own.stream()
                        .filter(Node::open)
                        .map(n -> n.cancelled(clock.today(), Objects.requireNonNull(asset.reason())))
                        .forEach(desk.change()::add);
            } else if (own.isEmpty()) {
                openNode(
                        desk,
                        StartEvent.PROPERTY_FOUND,
                        asset.id(),
                        asset.facts().foundOn());
            }
            return save(tx, desk);
        });
    }

    /** One node per measure of ours that runs, about the end it has now. */
    Uni<Void> expiry(SqlConnection tx, Actor by, CaseFile.Open open, MeasureQueue queue) {
        return desk(tx, open).chain(desk -> {
            queue.all().stream().filter(m -> m.otherCourt() == null).forEach(m -> expiry(desk, by, queue, m));
            return save(tx, desk);
        });
    }

    private void expiry(Desk desk, Actor by, MeasureQueue queue, Measure m) {
        LocalDate today = clock.today();
        List<Node> running = about(desk, m.id(), NodeCode.SEIZURE_EXPIRY).stream()
                .filter(Node::open)
                .toList();
        MeasureStatus status = m.status(today);
        boolean heldAnew = queue.all().stream().anyMatch(other -> other.otherCourt() == null && other.stands(today));
        // One that ran out stays somebody's concern until the property is held again.
        boolean keep = status == MeasureStatus.EXPIRED && !heldAnew;
        running.stream()
                .filter(n -> !keep
                        && (status != MeasureStatus.RUNNING || !n.startOn().equals(m.endsOn())))
                .map(n -> n.done(today, by.personId(), null))
                .forEach(desk.change()::add);
        LocalDate ends = m.endsOn();
        if (status == MeasureStatus.RUNNING
                && ends != null
                && running.stream().noneMatch(n -> n.startOn().equals(ends))) {
            openNode(desk, StartEvent.MEASURE_ENDS, m.id(), ends);
        }
    }

    private Uni<Desk> desk(SqlConnection tx, CaseFile.Open open) {
        EnforcementCase c = open.subject();
        return nodes.lockOfCase(tx, c.courtId(), c.id()).chain(present -> suspensions
                .ofCase(tx, c.courtId(), c.id())
                .map(paused -> new Desk(open, present, paused, new ArrayList<>(), new ArrayList<>())));
    }

    private static List<Node> about(Desk desk, UUID subject, NodeCode code) {
        return desk.present().stream()
                .filter(n -> n.code() == code && subject.equals(n.subjectId()))
                .toList();
    }

    /** A closed case opens no node. */
    private void openNode(Desk desk, StartEvent event, UUID subject, LocalDate on) {
        EnforcementCase c = desk.open().subject();
        if (!c.open()) {
            return;
        }
        var owner = new Node.Owner(c.courtId(), c.id(), c.row().number().text(), c.team(), c.judgeId(), c.executorId());
        var asked = new NodeSubject(
                c.row().kind(), c.team(), c.row().auctionNeeded(), c.row().filedOn());
        desk.add()
                .addAll(nodes.openFor(
                        desk.open().rulebook(),
                        new Nodes.Happening(event, owner, asked, subject, on),
                        desk.paused(),
                        clock.today()));
    }

    private Uni<Void> save(SqlConnection tx, Desk desk) {
        return update(tx, desk.change())
                .chain(() -> desk.add().isEmpty() ? Uni.createFrom().item(0) : nodes.insert(tx, desk.add()))
                .chain(() ->
                        nodes.refreshNextDue(tx, List.of(desk.open().subject().id())))
                .replaceWithVoid();
    }

    private Uni<Integer> update(SqlConnection tx, List<Node> changed) {
        return changed.isEmpty() ? Uni.createFrom().item(0) : nodes.update(tx, changed);
    }
}
