package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Arrivals;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.Suspense;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.SuspenseClaim;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.notice.Outbox;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * The funds desk says whose money is that nobody could be found for, and takes that back where it was wrong: by a reversal,
 * and only while nothing of it was applied for.
 */
@RegisterForReflection(
        targets = {ClaimSuspense.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ClaimSuspense {
    /** Why the node of an undone claim is cancelled. */
    static final String CLAIM_UNDONE = "CLAIM_UNDONE";

    private final Database database;
    private final CaseFile file;
    private final Suspense suspense;
    private final Statements statements;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final TakeBackReceipt back;
    private final Postings postings;
    private final TellOfMoney tell;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    ClaimSuspense(
            Database database,
            CaseFile file,
            Suspense suspense,
            Statements statements,
            Accounts accounts,
            Arrivals arrivals,
            TakeBackReceipt back,
            Postings postings,
            TellOfMoney tell,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.file = file;
        this.suspense = suspense;
        this.statements = statements;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.back = back;
        this.postings = postings;
        this.tell = tell;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** For which case, and why. */
    public record Wish(UUID caseId, String reason) {}

    /** The claim's id. 404 where item or case are out of sight, 409 where it is claimed already. */
    public Uni<UUID> claim(Actor by, UUID itemId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "claim-suspense " + itemId, wish);
        return database.inTransaction(tx -> once.run(tx, ticket, UUID.class, () -> file.lock(tx, by, wish.caseId())
                .chain(open -> suspense.lock(tx, by.courtId(), itemId).chain(item -> {
                    if (item.claimed()) {
                        throw Refusal.conflict("suspense-claimed").under(TakeBackReceipt.CLAUSE);
                    }
                    return statements
                            .line(tx, by.courtId(), item.lineId())
                            .chain(line -> claim(tx, by, open, item, line, wish.reason()));
                }))));
    }

    private Uni<UUID> claim(
            SqlConnection tx, Actor by, CaseFile.Open open, SuspenseItem item, BankLine line, String reason) {
        var arrival = new Arrivals.Arrival(open.subject(), line.id(), item.receivedOn(), item.amount(), reason);
        return accounts.ofCourt(tx, by.courtId())
                .chain(court -> arrivals.plan(
                        tx,
                        new Arrivals.Terms(
                                by.courtId(), open.rulebook(), court.suspense(), TransactionKind.CLAIM, by.personId()),
                        List.of(arrival)))
                .chain(all -> {
                    Arrivals.Planned planned = all.get(0);
                    SuspenseClaim claim = new SuspenseClaim(
                            ids.next(),
                            by.courtId(),
                            item.id(),
                            open.subject().id(),
                            planned.receipt().id(),
                            reason,
                            by.personId(),
                            clock.today(),
                            null,
                            null,
                            null);
                    return Database.atOnce(
                                    () -> outbox.put(
                                            tx,
                                            by.courtId(),
                                            List.of(tell.received(
                                                    planned, line.entry().party()))),
                                    () -> write(
                                            tx,
                                            by,
                                            entry("suspense.claimed", claim, item, reason),
                                            Arrivals.entries(all)),
                                    // The accounts are held from here on; what names the booking comes after it.
                                    () -> postings.post(tx, List.of(planned.transaction())),
                                    () -> arrivals.save(tx, all),
                                    () -> suspense.claim(tx, item, claim))
                            .replaceWith(claim.id());
                });
    }

    /** 409 where it was undone already, 422 where the money is applied for or paid. */
    public Uni<Void> undo(Actor by, UUID itemId, UUID claimId, String reason, @Nullable String key) {
        var ticket = new Once.Ticket(by.courtId(), by.personId(), key, "undo-claim " + claimId, reason);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, UUID.class, () -> suspense.claim(tx, by.courtId(), itemId, claimId)
                                .chain(seen -> file.lock(tx, by, seen.caseId()))
                                .chain(open -> suspense.claim(tx, by.courtId(), itemId, claimId)
                                        .chain(claim -> undo(tx, by, open, claim, reason)))
                                .replaceWith(claimId)))
                .replaceWithVoid();
    }

    private Uni<Void> undo(SqlConnection tx, Actor by, CaseFile.Open open, SuspenseClaim claim, String reason) {
        if (!claim.stands()) {
            throw Refusal.conflict("claim-undone").under(TakeBackReceipt.CLAUSE);
        }
        return back.hold(tx, open.subject(), claim.receiptId())
                .chain(held -> suspense.lock(tx, by.courtId(), claim.itemId())
                        .chain(item -> undo(tx, by, held, claim, item, reason)));
    }

    private Uni<Void> undo(
            SqlConnection tx,
            Actor by,
            TakeBackReceipt.Held held,
            SuspenseClaim claim,
            SuspenseItem item,
            String reason) {
        TakeBackReceipt.free(held.receipt());
        return back.takeBack(tx, by, held, new TakeBackReceipt.Why(CLAIM_UNDONE, reason), clock.today())
                .chain(ofNode -> suspense.undo(tx, item, claim, by.personId(), clock.today(), reason)
                        .chain(() -> outbox.put(
                                tx,
                                by.courtId(),
                                List.of(tell.takenBack(
                                        held.subject(),
                                        claim.id(),
                                        held.receipt().amount(),
                                        reason))))
                        .chain(() -> write(tx, by, entry("suspense.claim-undone", claim, item, reason), ofNode)));
    }

    private static Entry entry(String action, SuspenseClaim claim, SuspenseItem item, String reason) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("amount", TellOfMoney.text(item.amount()));
        detail.put("on", item.receivedOn().toString());
        detail.put("reason", reason);
        return new Entry(action, claim.caseId(), claim.id(), detail);
    }

    private Uni<Void> write(SqlConnection tx, Actor by, Entry first, List<Entry> more) {
        List<Entry> all = new ArrayList<>();
        all.add(first);
        all.addAll(more);
        return audit.write(tx, Audit.by(by), all);
    }
}
