package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.cases.Cases;
import org.zhixing.clock.Suspensions;
import org.zhixing.ledger.Denied;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementAct;
import org.zhixing.ledger.rules.DisbursementPermits;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.DisbursementStep;
import org.zhixing.ledger.rules.Stays;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.FreshLogin;
import org.zhixing.signing.rules.Signature;

/**
 * The judge, the director, of large sums the president approve what the executor applied for (domain.md §4), or refuse
 * it; the executor may take it back until the bank is ordered. What is not paid is free again at once.
 */
@ApplicationScoped
public class DecideDisbursement {
    private final Database database;
    private final Cases cases;
    private final Suspensions suspensions;
    private final Disbursements disbursements;
    private final Receipts receipts;
    private final TellOfDisbursements tell;
    private final Audit audit;
    private final Once once;
    private final FreshLogin fresh;
    private final CourtClock clock;

    DecideDisbursement(
            Database database,
            Cases cases,
            Suspensions suspensions,
            Disbursements disbursements,
            Receipts receipts,
            TellOfDisbursements tell,
            Audit audit,
            Once once,
            FreshLogin fresh,
            CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.suspensions = suspensions;
        this.disbursements = disbursements;
        this.receipts = receipts;
        this.tell = tell;
        this.audit = audit;
        this.once = once;
        this.fresh = fresh;
        this.clock = clock;
    }

    /** Which disbursement, in the version the caller has seen. */
    public record Seen(UUID id, int version) {}

    /**
     * 403 to the wrong person, for a second step, or where the login is too old to pay money with; 409 where nothing is to
     * be decided, 412 changed meanwhile.
     */
    public Uni<Void> approve(Actor actor, Seen seen, Signature.Login login, @Nullable String key) {
        var wish = new Wish(actor, seen, DisbursementAct.APPROVE, null, key);
        return act(wish, (tx, d) -> {
            var step = new Messages.Term("step." + d.status().awaits().orElseThrow());
            Instant since = fresh.require(login, DisbursementPermits.OFFICES, step);
            Disbursement now = d.with(d.status().approved(d.needsPresident()));
            return disbursements
                    .goesOn(tx, now)
                    .chain(() -> step(tx, actor, d, null))
                    .chain(() -> tell.next(tx, now))
                    .chain(() -> audit.write(tx, Audit.by(actor), List.of(tell.approved(now, since))));
        });
    }

    /** By whoever has the next step, the funds desk among them. */
    public Uni<Void> refuse(Actor actor, Seen seen, String reason, @Nullable String key) {
        return act(new Wish(actor, seen, DisbursementAct.REFUSE, reason, key), (tx, d) -> {
            Disbursement now = d.dropped(DisbursementStatus.REFUSED);
            return step(tx, actor, d, reason).chain(() -> drop(tx, actor, d, now, reason));
        });
    }

    /** By the one who applied, or who handles the case as executor now. */
    public Uni<Void> withdraw(Actor actor, Seen seen, String reason, @Nullable String key) {
        return act(new Wish(actor, seen, DisbursementAct.WITHDRAW, reason, key), (tx, d) -> {
            Disbursement now = d.dropped(DisbursementStatus.WITHDRAWN);
            return disbursements.takeBack(tx, d.id(), reason).chain(() -> drop(tx, actor, d, now, reason));
        });
    }

    private interface Work {
        Uni<Void> on(SqlConnection tx, Disbursement d);
    }

    /** Who wants what done, under which key. */
    private record Wish(
            Actor actor,
            Seen seen,
            DisbursementAct act,
            @Nullable String reason,
            @Nullable String key) {

        /** Not of the version: who taps again since no answer came sends the same, whatever became of it meanwhile. */
        Once.Ticket ticket() {
            return new Once.Ticket(
                    actor.courtId(), actor.personId(), key, "disbursement " + act + " " + seen.id(), reason);
        }
    }

    private Uni<Void> act(Wish wish, Work work) {
        return database.inTransaction(tx -> once.run(tx, wish.ticket(), FileCase.Made.class, () -> act(tx, wish, work)
                        .replaceWith(new FileCase.Made(wish.seen().id()))))
                .replaceWithVoid();
    }

    /** The case is locked before its disbursement is read: of two who decide at once the second finds it decided. */
    private Uni<Void> act(SqlConnection tx, Wish wish, Work work) {
        Actor actor = wish.actor();
        Seen seen = wish.seen();
        int court = actor.courtId();
        return disbursements
                .find(tx, actor, seen.id())
                .chain(found -> cases.lockWhole(tx, court, found.ofCase().id()))
                .chain(found -> suspensions.ofCase(tx, court, found.id()))
                .chain(present -> disbursements
                        .lock(tx, court, List.of(seen.id()))
                        .map(all -> all.get(0))
                        .invoke(d -> check(wish, d, Stays.on(clock.today(), present))))
                .chain(d -> work.on(tx, d));
    }

    private static void check(Wish wish, Disbursement d, boolean stayed) {
        var asked = new DisbursementPermits.Question(wish.act(), wish.actor(), d, stayed);
        Optional<Refusal> denied = DisbursementPermits.deny(asked).map(Denied::of);
        // What has ended says so, whatever version was seen; another's step in between says what changed.
        if (d.version() != wish.seen().version() && d.status().awaits().isPresent()) {
            throw Refusal.stale(d.version(), List.of("status", "steps"));
        }
        denied.ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Uni<Integer> step(SqlConnection tx, Actor actor, Disbursement before, @Nullable String refused) {
        DisbursementStep taken = before.status().awaits().orElseThrow();
        return disbursements.step(
                tx,
                before.courtId(),
                List.of(before.id()),
                new Disbursement.Taken(taken, actor.personId(), clock.today(), refused != null, refused));
    }

    private Uni<Void> drop(SqlConnection tx, Actor actor, Disbursement before, Disbursement now, String reason) {
        return disbursements
                .update(tx, List.of(now))
                .chain(() -> disbursements.partsOf(tx, now.payments()))
                .chain(parts -> receipts.release(tx, now.courtId(), parts))
                .chain(() -> tell.ended(tx, actor, before, now, reason))
                .chain(() -> audit.write(tx, Audit.by(actor), List.of(tell.entry(now, reason))));
    }
}
