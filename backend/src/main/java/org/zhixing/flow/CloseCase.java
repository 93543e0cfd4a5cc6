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
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Stop;
import org.zhixing.dossier.Completeness;
import org.zhixing.ledger.Leftovers;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.referral.Referrals;

/**
 * The case's judge closes it (结案). The closing nodes are done on the closing date; a node whose proof is still owed
 * stays open until it is uploaded (二(三)1, 直至整改). What the court's policy makes a condition must be in the volume. Fully performed (执行完毕) it is only once its money is paid out.
 */
@ApplicationScoped
public class CloseCase {
    private final Database database;
    private final CaseFile file;
    private final Cases cases;
    private final Nodes nodes;
    private final Handlers handlers;
    private final Leftovers leftovers;
    private final Referrals referrals;
    private final Completeness completeness;
    private final Audit audit;
    private final CourtClock clock;

    CloseCase(
            Database database,
            CaseFile file,
            Cases cases,
            Nodes nodes,
            Handlers handlers,
            Leftovers leftovers,
            Referrals referrals,
            Completeness completeness,
            Audit audit,
            CourtClock clock) {
        this.database = database;
        this.file = file;
        this.cases = cases;
        this.nodes = nodes;
        this.handlers = handlers;
        this.leftovers = leftovers;
        this.referrals = referrals;
        this.completeness = completeness;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<Void> close(Actor actor, UUID id, int version, EnforcementCase.Closure closure) {
        return database.inTransaction(tx -> file.lock(tx, actor, id, version, CaseAct.CLOSE)
                .invoke(open -> check(open.subject(), closure))
                .call(open -> referrals.refuseOpen(tx, actor.courtId(), id))
                .call(open -> closure.manner() == ClosureManner.COMPLETED
                        ? leftovers.refuse(tx, actor.courtId(), id)
                        : Uni.createFrom().voidItem())
                .call(open -> completeness.refuseClosing(
                        tx, actor.courtId(), id, closure.manner().name()))
                .chain(open -> close(tx, actor, open.subject(), closure)));
    }

    private Uni<Void> close(SqlConnection tx, Actor actor, EnforcementCase subject, EnforcementCase.Closure closure) {
        Map<UUID, Integer> load = new HashMap<>();
        Handlers.count(load, subject, -1);
        return nodes.lockOfCase(tx, subject.courtId(), subject.id()).chain(all -> {
            List<Node> done = all.stream()
                    .filter(node -> node.open() && node.stop() == Stop.CASE_CLOSED)
                    .map(node -> node.done(closure.closedOn(), actor.personId(), null))
                    .toList();
            List<Entry> entries = new ArrayList<>();
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("manner", closure.manner().name());
            detail.put("closedOn", closure.closedOn().toString());
            detail.put("changed", List.of("status", "closure"));
            detail.put("version", subject.version() + 1);
            entries.add(new Entry("case.closed", subject.id(), subject.id(), detail));
            done.forEach(node -> entries.add(new Entry(
                    "node.done",
                    subject.id(),
                    node.id(),
                    Map.of(
                            "code",
                            node.code().name(),
                            "state",
                            node.state(clock.today()).name()))));
            LocalDate next = Node.nextDue(all.stream().filter(node -> node.stop() != Stop.CASE_CLOSED));
            return nodes.update(tx, done)
                    .chain(() -> cases.update(tx, subject.closed(closure).withNextDue(next)))
                    .chain(() -> handlers.addLoad(tx, load))
                    .chain(() -> audit.write(tx, Audit.by(actor), entries));
        });
    }

    private void check(EnforcementCase subject, EnforcementCase.Closure closure) {
        if (closure.manner() == ClosureManner.TERMINATED_THIS_PROCEDURE) {
            throw Refusal.rule("final-review-needed", "法〔2016〕373号第1条");
        }
        if (!closure.manner().suits(subject.row().kind())) {
            throw Refusal.rule("closure-manner", "法发〔2014〕26号");
        }
        if (closure.closedOn().isBefore(subject.row().filedOn())
                || closure.closedOn().isAfter(clock.today())) {
            throw Refusal.field(
                    "closedOn", closure.closedOn(), "field.range", subject.row().filedOn(), clock.today());
        }
    }
}
