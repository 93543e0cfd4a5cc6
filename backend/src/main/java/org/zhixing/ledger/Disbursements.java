package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.ledger.rules.Allocation;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementStep;
import org.zhixing.ledger.rules.FundsWord;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.store.DisbursementFilter;
import org.zhixing.ledger.store.DisbursementRows;
import org.zhixing.ledger.store.FundsNumberRows;
import org.zhixing.ledger.store.PaymentRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/**
 * Disbursements with their payments. Whoever changes one holds its case's lock; what it has reserved of receipts is
 * {@link Receipts}'s to say.
 */
@ApplicationScoped
public class Disbursements {
    private final DisbursementRows rows;
    private final PaymentRows payments;
    private final FundsNumberRows numbers;

    Disbursements(DisbursementRows rows, PaymentRows payments, FundsNumberRows numbers) {
        this.rows = rows;
        this.payments = payments;
        this.numbers = numbers;
    }

    /** The next so many numbers of the year, the court's own until the transaction ends. */
    public Uni<List<String>> numbers(SqlConnection tx, int courtId, FundsWord word, int year, int count) {
        return numbers.take(tx, courtId, word, year, count);
    }

    /** Saves an application with its first step, its payments, and the parts of receipts that they are made of. */
    public Uni<Integer> insert(SqlConnection tx, Disbursement applied, List<Receipt.Part> reserved) {
        return rows.insert(tx, applied)
                .chain(() -> rows.insertStep(
                        tx,
                        applied.courtId(),
                        List.of(applied.id()),
                        new Disbursement.Taken(
                                DisbursementStep.APPLY, applied.appliedBy(), applied.appliedOn(), false, null)))
                .chain(() -> payments.insert(tx, applied.courtId(), applied.payments()))
                .chain(() -> payments.insertParts(tx, applied.courtId(), parts(applied.payments(), reserved)));
    }

    /** What was reserved, shared out among the payments in their order. */
    private static List<PaymentRows.Part> parts(List<Payment> payments, List<Receipt.Part> reserved) {
        List<PaymentRows.Part> parts = new ArrayList<>();
        Allocation.oldestFirst(
                        reserved.stream()
                                .map(part -> new Allocation.Free(part.receiptId(), part.amount()))
                                .toList(),
                        payments.stream().map(Payment::amount).toList())
                .forEach(part -> parts.add(
                        new PaymentRows.Part(payments.get(part.place()).id(), part.receiptId(), part.amount())));
        return parts;
    }

    /** Saves how far they have come, and what became of their payments. */
    public Uni<Integer> update(SqlConnection tx, List<Disbursement> changed) {
        return rows.update(tx, changed)
                .chain(() -> payments.update(
                        tx, changed.stream().flatMap(d -> d.payments().stream()).toList()));
    }

    /** Saves how far they have come, with those of their payments of which the bank has said something. */
    public Uni<Integer> settle(SqlConnection tx, List<Disbursement> changed, List<Payment> settled) {
        return rows.update(tx, changed).chain(() -> payments.update(tx, settled));
    }

    /** Saves one that goes on with its payments as they are. */
    public Uni<Integer> goesOn(SqlConnection tx, Disbursement changed) {
        return rows.update(tx, List.of(changed));
    }

    /** Adds the step that somebody took to each of them. */
    public Uni<Integer> step(SqlConnection tx, int courtId, List<UUID> ids, Disbursement.Taken taken) {
        return rows.insertStep(tx, courtId, ids, taken);
    }

    /** Marks the application as taken back. */
    public Uni<Integer> takeBack(SqlConnection tx, UUID id, String reason) {
        return rows.takeBack(tx, id, reason);
    }

    /** What the payments take of receipts, in all. */
    public Uni<List<Receipt.Part>> partsOf(SqlClient client, List<Payment> of) {
        return of.isEmpty()
                ? Uni.createFrom().item(List.of())
                : payments.partsOf(client, of.stream().map(Payment::id).toList())
                        .map(all ->
                                all.stream().map(PaymentRows.Part::ofReceipt).toList());
    }

    /** Out of which receipts they are paid, by age. */
    public Uni<List<PaymentRows.Source>> sources(SqlClient client, List<Disbursement> of) {
        return payments.sources(client, of.stream().map(Disbursement::id).toArray(UUID[]::new));
    }

    /** The disbursement within the actor's sight; 404 otherwise. */
    public Uni<Disbursement> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor, id)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    /** Locked in the order of their ids; 404 if one of them is not there. */
    public Uni<List<Disbursement>> lock(SqlConnection tx, int courtId, Collection<UUID> ids) {
        return rows.lock(tx, courtId, ids).invoke(found -> {
            if (found.size() != ids.size()) {
                throw Refusal.notFound();
            }
        });
    }

    public Uni<List<Disbursement>> byIds(SqlClient client, int courtId, Collection<UUID> ids) {
        return rows.byIds(client, courtId, ids);
    }

    /** One page within sight, newest first. */
    public Uni<Page<Disbursement>> list(
            SqlClient client, DisbursementFilter filter, @Nullable Cursor after, int limit) {
        return rows.list(client, filter, after, limit + 1)
                .map(found -> Page.of(found, limit, each -> Cursor.of("id", each.id())));
    }

    /** Of the bank's lines of money out, links those that name a payment in their remark; answers how many. */
    public Uni<Integer> link(SqlConnection tx, int courtId, List<UUID> lines) {
        return payments.link(tx, courtId, lines, List.of());
    }

    /** The same for lines that came before the payments' results. */
    public Uni<Integer> linkPayments(SqlConnection tx, int courtId, List<UUID> settled) {
        return payments.link(tx, courtId, List.of(), settled);
    }
}
