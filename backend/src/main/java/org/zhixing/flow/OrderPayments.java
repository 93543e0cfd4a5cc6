package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Batches;
import org.zhixing.ledger.CourtAccounts;
import org.zhixing.ledger.Denied;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.rules.BatchStatus;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementAct;
import org.zhixing.ledger.rules.DisbursementPermits;
import org.zhixing.ledger.rules.DisbursementStep;
import org.zhixing.ledger.rules.FundsWord;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentBatch;
import org.zhixing.ledger.rules.Stays;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Once;
import org.zhixing.signing.FreshLogin;
import org.zhixing.signing.rules.Signature;

/**
 * The funds desk orders the bank to pay what was approved, as one batch: all of it or nothing. The money leaves the
 * cases' accounts at once (case → paying), so that nobody can count on it twice; fees go to the court's own (case → fee).
 */
@RegisterForReflection(
        targets = {OrderPayments.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class OrderPayments {
    private final Database database;
    private final Cases cases;
    private final Suspensions suspensions;
    private final Disbursements disbursements;
    private final Batches batches;
    private final Accounts accounts;
    private final Postings postings;
    private final Receipts receipts;
    private final TellOfDisbursements tell;
    private final Audit audit;
    private final Once once;
    private final FreshLogin fresh;
    private final CourtClock clock;
    private final Ids ids;

    OrderPayments(
            Database database,
            Cases cases,
            Suspensions suspensions,
            Disbursements disbursements,
            Batches batches,
            Accounts accounts,
            Postings postings,
            Receipts receipts,
            TellOfDisbursements tell,
            Audit audit,
            Once once,
            FreshLogin fresh,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.cases = cases;
        this.suspensions = suspensions;
        this.disbursements = disbursements;
        this.batches = batches;
        this.accounts = accounts;
        this.postings = postings;
        this.receipts = receipts;
        this.tell = tell;
        this.audit = audit;
        this.once = once;
        this.fresh = fresh;
        this.clock = clock;
        this.ids = ids;
    }

    /** The approved disbursements of the batch. */
    public record Wish(Set<UUID> disbursements) {
        public Wish {
            disbursements = new TreeSet<>(disbursements);
        }
    }

    /**
     * 404 where one is not there, 403, 409 or 422 where one of them may not be paid, 403 where the login is too old to pay
     * with; then nothing is ordered.
     */
    public Uni<UUID> order(Actor actor, Wish wish, Signature.Login login, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "order-payments", wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> approved(tx, actor, wish.disbursements())
                                .chain(all -> order(tx, actor, all, fresh(login)))))
                .map(FileCase.Made::id);
    }

    private Instant fresh(Signature.Login login) {
        var step = new Messages.Term("step." + DisbursementStep.PAY);
        return fresh.require(login, DisbursementPermits.OFFICES, step);
    }

    /** Their cases are locked first, in the order of their ids. */
    private Uni<List<Disbursement>> approved(SqlConnection tx, Actor actor, Set<UUID> wanted) {
        int court = actor.courtId();
        return disbursements.byIds(tx, court, wanted).chain(seen -> {
            List<UUID> caseIds =
                    seen.stream().map(d -> d.ofCase().id()).distinct().toList();
            return cases.lockAll(tx, court, caseIds)
                    .chain(() -> suspensions.ofCases(tx, court, caseIds))
                    .chain(present -> disbursements
                            .lock(tx, court, wanted)
                            .invoke(all -> all.forEach(d -> check(actor, d, present))));
        });
    }

    private void check(Actor actor, Disbursement d, List<CaseSuspension> present) {
        boolean stayed = Stays.on(
                clock.today(),
                present.stream()
                        .filter(each -> each.caseId().equals(d.ofCase().id()))
                        .toList());
        DisbursementPermits.deny(new DisbursementPermits.Question(DisbursementAct.ORDER, actor, d, stayed))
                .ifPresent(denial -> {
                    throw Denied.of(denial);
                });
    }

    private Uni<FileCase.Made> order(SqlConnection tx, Actor actor, List<Disbursement> approved, Instant since) {
        int court = actor.courtId();
        return disbursements
                .numbers(tx, court, FundsWord.BATCH, clock.today().getYear(), 1)
                .chain(number -> {
                    UUID id = ids.next();
                    List<Disbursement> ordered = approved.stream()
                            .map(d -> d.ordered(id, clock.today()))
                            .toList();
                    PaymentBatch batch = batch(actor, id, number.get(0), ordered);
                    return batches.insert(tx, batch)
                            .chain(() -> disbursements.update(tx, ordered))
                            .chain(() -> batches.settled(tx, id))
                            .chain(() -> disbursements.step(
                                    tx,
                                    court,
                                    ordered.stream().map(Disbursement::id).toList(),
                                    new Disbursement.Taken(
                                            DisbursementStep.PAY, actor.personId(), clock.today(), false, null)))
                            .chain(() -> fees(tx, actor, ordered))
                            .call(() -> tell.handlers(tx, ordered))
                            .chain(entries -> transactions(tx, actor, ordered)
                                    // Last, and sent along with what ends the act: the accounts are held from here on.
                                    .chain(all -> Database.atOnce(
                                            () -> audit.write(
                                                    tx, Audit.by(actor), entries(batch, ordered, since, entries)),
                                            () -> postings.post(tx, all))))
                            .replaceWith(new FileCase.Made(id));
                });
    }

    private PaymentBatch batch(Actor actor, UUID id, String number, List<Disbursement> ordered) {
        return new PaymentBatch(
                id,
                actor.courtId(),
                number,
                ordered.stream().mapToInt(d -> d.payments().size()).sum(),
                ordered.stream().map(Disbursement::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                BatchStatus.ORDERED,
                actor.personId(),
                clock.today(),
                1);
    }

    /** Fees are paid by this; answers what the audit trail says of receipts that are now paid out. */
    private Uni<List<Entry>> fees(SqlConnection tx, Actor actor, List<Disbursement> ordered) {
        List<Payment> fees = ordered.stream()
                .flatMap(d -> d.payments().stream())
                .filter(payment -> !payment.payee().kind().byBank())
                .toList();
        return disbursements
                .partsOf(tx, fees)
                .chain(parts -> receipts.paid(tx, actor.courtId(), parts, clock.today(), actor.personId()));
    }

    private Uni<List<LedgerTransaction>> transactions(SqlConnection tx, Actor actor, List<Disbursement> ordered) {
        int court = actor.courtId();
        List<UUID> caseIds =
                ordered.stream().map(d -> d.ofCase().id()).distinct().toList();
        return accounts.ofCourt(tx, court).chain(ofCourt -> accounts.ofCases(tx, court, caseIds)
                .map(ofCases -> transactions(actor, ordered, ofCourt, ofCases)));
    }

    private List<LedgerTransaction> transactions(
            Actor actor, List<Disbursement> ordered, CourtAccounts ofCourt, Map<UUID, UUID> ofCases) {
        List<LedgerTransaction> all = new ArrayList<>();
        for (Disbursement d : ordered) {
            UUID account = Objects.requireNonNull(ofCases.get(d.ofCase().id()));
            for (Payment payment : d.payments()) {
                boolean bank = payment.payee().kind().byBank();
                all.add(new LedgerTransaction(
                        ids.next(),
                        d.courtId(),
                        bank ? TransactionKind.ORDER : TransactionKind.FEE,
                        d.ofCase().id(),
                        clock.today(),
                        clock.today(),
                        payment.number() + " " + payment.payee().name(),
                        payment.id(),
                        null,
                        actor.personId(),
                        LedgerTransaction.entries(account, bank ? ofCourt.paying() : ofCourt.fee(), payment.amount())));
            }
        }
        return all;
    }

    /** @param since when the person who orders gave their password */
    private List<Entry> entries(PaymentBatch batch, List<Disbursement> ordered, Instant since, List<Entry> more) {
        List<Entry> all = new ArrayList<>();
        ordered.forEach(d -> all.add(tell.entry(
                d,
                "disbursement.ordered",
                Map.of(
                        "batch",
                        batch.number(),
                        "payments",
                        d.payments().stream().map(Payment::number).collect(Collectors.joining("、")),
                        "authenticatedAt",
                        since.toString()))));
        all.addAll(more);
        return all;
    }
}
