package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.ledger.Batches;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.rules.BankResult;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentBatch;
import org.zhixing.ledger.rules.ResultCheck;
import org.zhixing.ledger.rules.ResultOutcome;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/**
 * What the bank says of the payments it was ordered to make. Paid: the money has left the bank (paying → bank), and a
 * receipt that is now paid out in full is done. Bounced: it is back on the case (paying → case), free for another
 * application, and the handlers hear of it. The same answer twice changes nothing; another one is refused.
 */
@RegisterForReflection(
        targets = {SettlePayments.Report.class, SettlePayments.Said.class, BankResult.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class SettlePayments {
    private static final String CLAUSE = "二(二)";

    private final Database database;
    private final Cases cases;
    private final Disbursements disbursements;
    private final Batches batches;
    private final MoveSettled moved;
    private final Postings postings;
    private final TellOfDisbursements tell;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;

    SettlePayments(
            Database database,
            Cases cases,
            Disbursements disbursements,
            Batches batches,
            MoveSettled moved,
            Postings postings,
            TellOfDisbursements tell,
            Audit audit,
            Once once,
            CourtClock clock) {
        this.database = database;
        this.cases = cases;
        this.disbursements = disbursements;
        this.batches = batches;
        this.moved = moved;
        this.postings = postings;
        this.tell = tell;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What became of one line; {@code why} is a key of the catalogue. */
    public record Said(
            int line,
            String number,
            ResultOutcome outcome,
            @Nullable String why) {}

    /** What became of all lines. */
    public record Report(List<Said> lines) {}

    /** The lines of a file: each that is new and contradicts nothing is booked, the others are named. */
    public Uni<Report> settle(Actor actor, UUID batchId, List<BankResult> results, @Nullable String key) {
        return run(actor, batchId, results, key, false);
    }

    /** One result that somebody typed in: 409 where it contradicts, 422 where the batch has no such payment. */
    public Uni<Report> settleOne(Actor actor, UUID batchId, BankResult result, @Nullable String key) {
        return run(actor, batchId, List.of(result), key, true);
    }

    private Uni<Report> run(Actor actor, UUID batchId, List<BankResult> results, @Nullable String key, boolean strict) {
        var ticket = new Once.Ticket(
                actor.courtId(), actor.personId(), key, "settle-payments " + batchId, List.copyOf(results));
        return database.inTransaction(tx -> once.run(tx, ticket, Report.class, () -> lock(tx, actor, batchId, results)
                .chain(batch -> batches.payments(tx, batchId).chain(payments -> {
                    List<ResultCheck.Checked> checked =
                            ResultCheck.of(results, byNumber(payments), batch.createdOn(), clock.today());
                    if (strict) {
                        refuse(checked.get(0));
                    }
                    return book(tx, actor, batch, payments, ResultCheck.booked(checked))
                            .replaceWith(new Report(checked.stream()
                                    .map(each -> new Said(
                                            each.result().line(), each.result().number(), each.outcome(), each.why()))
                                    .toList()));
                }))));
    }

    /** The cases of the payments that are named, in the order of their ids, then the batch. */
    private Uni<PaymentBatch> lock(SqlConnection tx, Actor actor, UUID batchId, List<BankResult> results) {
        int court = actor.courtId();
        return batches.find(tx, court, batchId)
                .chain(() -> batches.payments(tx, batchId))
                .chain(payments -> {
                    Map<String, Payment> byNumber = byNumber(payments);
                    List<UUID> caseIds = results.stream()
                            .map(result -> byNumber.get(result.number()))
                            .filter(Objects::nonNull)
                            .map(payment -> Objects.requireNonNull(payment).caseId())
                            .distinct()
                            .toList();
                    return cases.lockAll(tx, court, caseIds);
                })
                .chain(() -> batches.lock(tx, court, batchId));
    }

    private static void refuse(ResultCheck.Checked checked) {
        String number = checked.result().number();
        switch (checked.outcome()) {
            case CONFLICT ->
                throw Refusal.conflict("result-contradicts", number).under(CLAUSE);
            case UNKNOWN -> throw Refusal.rule("result-unknown", CLAUSE, number);
            case BAD -> throw Refusal.field("settledOn", checked.result().on(), "result.date");
            default -> {
                // booked, or known
            }
        }
    }

    private Uni<Void> book(
            SqlConnection tx,
            Actor actor,
            PaymentBatch batch,
            List<Payment> payments,
            Map<String, BankResult> results) {
        if (results.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int court = actor.courtId();
        List<Payment> settled = payments.stream()
                .filter(payment -> results.containsKey(payment.number()))
                .map(payment -> payment.settled(Objects.requireNonNull(results.get(payment.number()))))
                .toList();
        Map<UUID, Payment> byId = settled.stream().collect(Collectors.toMap(Payment::id, Function.identity()));
        List<UUID> of = settled.stream().map(Payment::disbursementId).distinct().toList();
        return disbursements.lock(tx, court, of).chain(all -> {
            List<Disbursement> changed = all.stream()
                    .map(d -> d.settled(d.payments().stream()
                            .map(payment -> byId.getOrDefault(payment.id(), payment))
                            .toList()))
                    .toList();
            return disbursements
                    .settle(tx, changed, settled)
                    .chain(() -> batches.settled(tx, batch.id()))
                    .chain(() -> disbursements.linkPayments(
                            tx, court, settled.stream().map(Payment::id).toList()))
                    .chain(() -> moved.move(tx, actor, settled))
                    .call(() -> tell(tx, changed, byId))
                    // Last, and sent along with what ends the act: the court's bank account is held from here on.
                    .chain(done -> Database.atOnce(
                            () -> audit.write(tx, Audit.by(actor), entries(changed, byId, results, done.entries())),
                            () -> postings.post(tx, done.transactions())));
        });
    }

    private Uni<Void> tell(SqlConnection tx, List<Disbursement> changed, Map<UUID, Payment> settled) {
        List<Disbursement> paid = changed.stream()
                .filter(d -> d.status() == DisbursementStatus.PAID)
                .toList();
        return tell.handlers(tx, paid)
                .chain(() -> tell.bounced(tx, changed, settled.keySet()))
                .replaceWithVoid();
    }

    private List<Entry> entries(
            List<Disbursement> changed, Map<UUID, Payment> settled, Map<String, BankResult> results, List<Entry> more) {
        List<Entry> all = new ArrayList<>();
        for (Disbursement d : changed) {
            d.payments().stream()
                    .filter(payment -> settled.containsKey(payment.id()))
                    .forEach(payment ->
                            all.add(tell.settled(d, payment, Objects.requireNonNull(results.get(payment.number())))));
        }
        all.addAll(more);
        return all;
    }

    private static Map<String, Payment> byNumber(List<Payment> payments) {
        return payments.stream().collect(Collectors.toMap(Payment::number, Function.identity()));
    }
}
