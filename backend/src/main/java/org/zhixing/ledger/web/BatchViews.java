package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhixing.access.Names;
import org.zhixing.access.rules.Actor;
import org.zhixing.ledger.Batches;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentBatch;
import org.zhixing.platform.Database;

/** Puts batches together with what they pay. */
@ApplicationScoped
public class BatchViews {
    private final Batches batches;
    private final Disbursements disbursements;
    private final Names names;
    private final Database database;

    BatchViews(Batches batches, Disbursements disbursements, Names names, Database database) {
        this.batches = batches;
        this.disbursements = disbursements;
        this.names = names;
        this.database = database;
    }

    /** A batch with its payments, and their disbursements by id. */
    record Whole(PaymentBatch batch, List<Payment> payments, Map<UUID, Disbursement> disbursements) {
        Disbursement of(Payment payment) {
            return Objects.requireNonNull(disbursements.get(payment.disbursementId()));
        }

        /** Whose account stands in the bank's file: fees have none. */
        List<Payee> accounts() {
            return payments.stream()
                    .map(Payment::payee)
                    .filter(payee -> payee.accountNumber() != null)
                    .distinct()
                    .toList();
        }
    }

    Uni<Whole> whole(Actor actor, UUID id) {
        var client = database.reading();
        return batches.find(client, actor.courtId(), id)
                .chain(batch -> batches.payments(client, id).chain(payments -> disbursements
                        .byIds(
                                client,
                                actor.courtId(),
                                payments.stream()
                                        .map(Payment::disbursementId)
                                        .distinct()
                                        .toList())
                        .map(all -> new Whole(
                                batch,
                                payments,
                                all.stream().collect(Collectors.toMap(Disbursement::id, Function.identity()))))));
    }

    Uni<BatchView.Detail> detail(Actor actor, UUID id) {
        return whole(actor, id).chain(whole -> view(actor, List.of(whole.batch()))
                .map(shown -> new BatchView.Detail(
                        shown.get(0),
                        whole.payments().stream()
                                .map(payment -> item(whole.of(payment), payment, actor))
                                .toList())));
    }

    Uni<List<BatchView>> view(Actor actor, List<PaymentBatch> all) {
        return names.of(actor.courtId())
                .map(known -> all.stream().map(batch -> view(batch, known)).toList());
    }

    private static BatchView view(PaymentBatch batch, Map<UUID, Names.Known> known) {
        return new BatchView(
                batch.id(),
                batch.number(),
                batch.payments(),
                Money.text(batch.amount()),
                batch.status(),
                PayeeView.person(batch.createdBy(), known),
                batch.createdOn(),
                batch.version());
    }

    private static BatchView.Item item(Disbursement d, Payment payment, Actor actor) {
        return new BatchView.Item(
                d.ofCase().id(),
                d.ofCase().number(),
                d.id(),
                d.number(),
                DisbursementViews.pay(payment, actor, d.ofCase().handledBy(actor.personId())));
    }
}
