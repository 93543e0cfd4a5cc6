package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.rules.Signature;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.Transfer;

/**
 * FAST → ORDINARY (clause 一(一)): a handler asks within ten days of filing because property needing auction was found,
 * the president in charge signs, the triage desk carries it out. The last step moves team, handlers and nodes at once.
 */
@ApplicationScoped
public class TransferCase {
    private final Database database;
    private final CaseFile file;
    private final Triage triage;
    private final TransferPaper papers;
    private final MoveCase move;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    TransferCase(
            Database database,
            CaseFile file,
            Triage triage,
            TransferPaper papers,
            MoveCase move,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.triage = triage;
        this.papers = papers;
        this.move = move;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** Asks; after the last day it is refused with the clause and that day. */
    public Uni<UUID> ask(Actor actor, UUID caseId, String reason, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "ask-transfer " + caseId, reason);
        return database.inTransaction(tx -> once.run(
                        tx, ticket, FileCase.Made.class, () -> file.lock(tx, actor, caseId, null, CaseAct.ASK_TRANSFER)
                                .chain(open -> {
                                    var policy = open.transferPolicy();
                                    Transfer asked = new Transfer(
                                            ids.next(),
                                            actor.courtId(),
                                            caseId,
                                            open.subject().row().number().text(),
                                            policy.from(),
                                            policy.to(),
                                            reason,
                                            Transfer.Status.ASKED,
                                            open.situation().lastDay(),
                                            actor.personId(),
                                            clock.today(),
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            1);
                                    return triage.ask(tx, asked)
                                            .chain(() -> tell(
                                                    tx,
                                                    asked,
                                                    "transfer.asked",
                                                    List.of(),
                                                    List.of(new Event.Circle(Roles.PRESIDENT, null)),
                                                    reason))
                                            .chain(() -> record(tx, actor, asked, "transfer.asked", reason, List.of()))
                                            .replaceWith(new FileCase.Made(asked.id()));
                                })))
                .map(FileCase.Made::id);
    }

    /**
     * The president in charge approves it by signing its paper. 403 where the login is too old for it, 409 decided already,
     * 422 what the court's signing rule requires is not there.
     */
    public Uni<Void> approve(Actor actor, UUID id, Signature.Login login) {
        return decide(
                actor,
                id,
                "transfer.approved",
                List.of(new Event.Circle(Roles.TRIAGE, null)),
                (tx, of, asked) -> papers.signed(tx, actor, of, asked, login)
                        .map(paper -> asked.signed(actor.personId(), clock.today(), paper)));
    }

    public Uni<Void> refuse(Actor actor, UUID id, String reason) {
        return decide(actor, id, "transfer.refused", List.of(), (tx, of, asked) -> Uni.createFrom()
                .item(asked.refused(actor.personId(), clock.today(), reason)));
    }

    /** What becomes of a transfer that was asked for. */
    private interface Decision {
        Uni<Transfer> on(SqlConnection tx, EnforcementCase of, Transfer asked);
    }

    private Uni<Void> decide(Actor actor, UUID id, String topic, List<Event.Circle> circles, Decision decision) {
        return database.inTransaction(tx -> find(tx, actor, id)
                .chain(seen -> file.lock(tx, actor, seen.caseId(), null, CaseAct.DECIDE_TRANSFER))
                .chain(open -> find(tx, actor, id).chain(asked -> {
                    over(asked.status() != Transfer.Status.ASKED, "transfer-not-asked");
                    return decision.on(tx, open.subject(), asked);
                }))
                .chain(t -> {
                    String why = Objects.requireNonNullElse(t.decisionReason(), "");
                    return triage.update(tx, t)
                            .chain(() -> tell(tx, t, topic, List.of(t.askedBy()), circles, why))
                            .chain(() -> record(tx, actor, t, topic, why, List.of()));
                }));
    }

    /** Carries the signed transfer out. */
    public Uni<Void> carryOut(Actor actor, UUID id) {
        return database.inTransaction(tx -> find(tx, actor, id)
                .chain(t -> file.lock(tx, actor, t.caseId(), null, CaseAct.CARRY_OUT_TRANSFER))
                .chain(open -> {
                    Transfer under = open.transfer().orElseThrow(Refusal::notFound);
                    over(!under.id().equals(id), "transfer-ended");
                    Transfer t = under.carriedOut(actor.personId(), clock.today());
                    EnforcementCase found = withAuction(open.subject());
                    return triage.update(tx, t)
                            .chain(() -> move.apply(tx, new MoveCase.Move(actor, open, found, t.toTeam())))
                            .chain(moved -> tell(tx, t, "transfer.carried-out", List.of(t.askedBy()), List.of(), "")
                                    .chain(() -> record(tx, actor, t, "transfer.carried-out", "", moved)));
                }));
    }

    /** The permits speak of the one that is under way: it does not stand in for one that ended before it. */
    private static void over(boolean over, String code) {
        if (over) {
            throw Refusal.conflict(code).under(Transfer.CLAUSE);
        }
    }

    /** The transfer rests on property that must be auctioned: from now on that is one of the case's facts. */
    private static EnforcementCase withAuction(EnforcementCase c) {
        return c.withRow(c.row().withAuctionNeeded());
    }

    private Uni<Transfer> find(SqlConnection tx, Actor actor, UUID id) {
        return triage.transfer(tx, actor.courtId(), id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    private Uni<Integer> tell(
            SqlConnection tx, Transfer t, String topic, List<UUID> people, List<Event.Circle> circles, String reason) {
        return outbox.put(
                tx,
                t.courtId(),
                List.of(new Event(
                        topic,
                        topic + ":" + t.id(),
                        people,
                        circles,
                        Map.of("number", t.caseNumber(), "reason", reason),
                        t.caseId(),
                        null,
                        clock.today())));
    }

    private Uni<Void> record(
            SqlConnection tx, Actor actor, Transfer t, String action, String reason, List<Entry> more) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", t.fromTeam().name());
        detail.put("to", t.toTeam().name());
        detail.put("reason", reason);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(action, t.caseId(), t.id(), detail));
        entries.addAll(more);
        return audit.write(tx, Audit.by(actor), entries);
    }
}
