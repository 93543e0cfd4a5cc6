package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.CasePermits;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.Transfer;
import org.zhixing.triage.rules.TransferPolicy;
import org.zhixing.triage.rules.TransferWindow;

/** A case with what surrounds it, as every act on it needs to see it before it may begin. */
@ApplicationScoped
public class CaseFile {
    private final Cases cases;
    private final Triage triage;
    private final Nodes nodes;
    private final Audit audit;
    private final CourtClock clock;

    CaseFile(Cases cases, Triage triage, Nodes nodes, Audit audit, CourtClock clock) {
        this.audit = audit;
        this.cases = cases;
        this.triage = triage;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** The case, its transfers newest first, the court's documents, and what permits are judged by. */
    public record Open(
            EnforcementCase subject,
            List<Transfer> transfers,
            Triage.Table table,
            Nodes.Rulebook rulebook,
            CasePermits.Situation situation) {

        /** The transfer under way, if any. */
        public Optional<Transfer> transfer() {
            return transfers.stream().filter(Transfer::open).findFirst();
        }

        public TransferPolicy transferPolicy() {
            return table.inForce(subject.row().filedOn()).document().transfer();
        }
    }

    /** For reading; 404 out of sight. */
    public Uni<Open> read(SqlClient client, Actor actor, UUID id) {
        return cases.find(client, actor, id).chain(found -> nodes.rulebook(client, actor.courtId())
                .chain(rulebook -> surround(client, found, rulebook)));
    }

    /**
     * For an act: the case is locked until the transaction ends. 404 out of sight, 412 where its version is not the
     * given one (null: not asked), 403, 409 or 422 where the permits say no.
     */
    public Uni<Open> lock(SqlConnection tx, Actor actor, UUID id, @Nullable Integer version, CaseAct act) {
        return lock(tx, actor, id)
                .call(open -> version == null || version == open.subject().version()
                        ? Uni.createFrom().voidItem()
                        : audit.changedSince(tx, actor.courtId(), id, version).chain(changed -> Uni.createFrom()
                                .failure(Refusal.stale(open.subject().version(), changed))))
                .invoke(open -> CasePermits.deny(act, actor, open.situation()).ifPresent(CaseFile::refuse));
    }

    /** For an act that has permits of its own. The calendar is held before the case, as whoever publishes one does. */
    public Uni<Open> lock(SqlConnection tx, Actor actor, UUID id) {
        return nodes.rulebookForDating(tx, actor.courtId())
                .chain(rulebook -> cases.lock(tx, actor, id).chain(found -> surround(tx, found, rulebook)));
    }

    /** For what time does to a case, with nobody's sight to ask about. */
    Uni<Open> lockWhole(SqlConnection tx, int courtId, UUID id) {
        return nodes.rulebookForDating(tx, courtId)
                .chain(rulebook -> cases.lockWhole(tx, courtId, id).chain(found -> surround(tx, found, rulebook)));
    }

    private Uni<Open> surround(SqlClient client, EnforcementCase subject, Nodes.Rulebook rulebook) {
        return triage.table(client, subject.courtId()).chain(table -> triage.transfersOf(
                        client, subject.courtId(), subject.id())
                .map(transfers -> {
                    TransferPolicy policy =
                            table.inForce(subject.row().filedOn()).document().transfer();
                    var situation = new CasePermits.Situation(
                            subject,
                            stage(transfers),
                            policy.from(),
                            TransferWindow.lastDay(policy, subject.row().filedOn(), rulebook.calendar()),
                            policy.clause(),
                            clock.today());
                    return new Open(subject, transfers, table, rulebook, situation);
                }));
    }

    private static CasePermits.@Nullable TransferStage stage(List<Transfer> transfers) {
        return transfers.stream()
                .filter(Transfer::open)
                .findFirst()
                .map(t -> CasePermits.TransferStage.valueOf(t.status().name()))
                .orElse(null);
    }

    private static void refuse(CasePermits.Denial denial) {
        Object[] facts = denial.facts().toArray();
        throw switch (denial.kind()) {
            case PERSON -> Refusal.forbidden(denial.code(), denial.clause(), facts);
            case DONE_ALREADY -> Refusal.conflict(denial.code(), facts).under(denial.clause());
            case RULE -> Refusal.rule(denial.code(), denial.clause(), facts);
        };
    }
}
