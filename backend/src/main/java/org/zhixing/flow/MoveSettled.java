package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Entry;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.CourtAccounts;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentStatus;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;

/** What moves once the bank has answered: paid money leaves the bank and completes its receipts, bounced money is the case's again. */
@ApplicationScoped
class MoveSettled {
    private final Disbursements disbursements;
    private final Accounts accounts;
    private final Receipts receipts;
    private final CourtClock clock;
    private final Ids ids;

    MoveSettled(Disbursements disbursements, Accounts accounts, Receipts receipts, CourtClock clock, Ids ids) {
        this.disbursements = disbursements;
        this.accounts = accounts;
        this.receipts = receipts;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is left to do, and last since others wait for the accounts from then on.
     *
     * @param entries what the audit trail says of receipts that are paid out
     */
    record Moved(List<Entry> entries, List<LedgerTransaction> transactions) {}

    /** Moves the receipts, and makes what the ledger is to book. */
    Uni<Moved> move(SqlConnection tx, Actor actor, List<Payment> settled) {
        int court = actor.courtId();
        List<Payment> bounced = settled.stream()
                .filter(payment -> payment.status() == PaymentStatus.BOUNCED)
                .toList();
        TreeMap<LocalDate, List<Payment>> paid = settled.stream()
                .filter(payment -> payment.status() == PaymentStatus.PAID)
                .collect(Collectors.groupingBy(
                        payment -> Objects.requireNonNull(payment.settledOn()), TreeMap::new, Collectors.toList()));
        // By days, so that a receipt is done on the day of the payment that completes it.
        Uni<List<Entry>> entries = Uni.createFrom().item(List.of());
        for (Map.Entry<LocalDate, List<Payment>> day : paid.entrySet()) {
            entries = entries.chain(before -> disbursements
                    .partsOf(tx, day.getValue())
                    .chain(parts -> receipts.paid(tx, court, parts, day.getKey(), actor.personId()))
                    .map(more -> {
                        List<Entry> all = new ArrayList<>(before);
                        all.addAll(more);
                        return all;
                    }));
        }
        return entries.call(() -> disbursements
                        .partsOf(tx, bounced)
                        .chain((List<Receipt.Part> parts) -> receipts.release(tx, court, parts)))
                .chain(done -> transactions(tx, actor, settled).map(all -> new Moved(done, all)));
    }

    private Uni<List<LedgerTransaction>> transactions(SqlConnection tx, Actor actor, List<Payment> settled) {
        int court = actor.courtId();
        List<UUID> caseIds = settled.stream().map(Payment::caseId).distinct().toList();
        return accounts.ofCourt(tx, court)
                .chain(ofCourt -> accounts.ofCases(tx, court, caseIds).map(ofCases -> settled.stream()
                        .map(payment -> transaction(actor, payment, ofCourt, ofCases))
                        .toList()));
    }

    private LedgerTransaction transaction(
            Actor actor, Payment payment, CourtAccounts ofCourt, Map<UUID, UUID> ofCases) {
        boolean paid = payment.status() == PaymentStatus.PAID;
        UUID to = paid ? ofCourt.bank() : Objects.requireNonNull(ofCases.get(payment.caseId()));
        return new LedgerTransaction(
                ids.next(),
                actor.courtId(),
                paid ? TransactionKind.PAID : TransactionKind.BOUNCED,
                payment.caseId(),
                clock.today(),
                Objects.requireNonNull(payment.settledOn()),
                payment.number() + " " + payment.payee().name(),
                payment.id(),
                null,
                actor.personId(),
                LedgerTransaction.entries(ofCourt.paying(), to, payment.amount()));
    }
}
