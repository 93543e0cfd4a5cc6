package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.clock.Suspensions;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementPermits;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.Stays;
import org.zhixing.ledger.store.PaymentRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** Puts disbursements into the caller's words; a page costs the same few queries as one. */
@ApplicationScoped
public class DisbursementViews {
    private final Disbursements disbursements;
    private final Suspensions suspensions;
    private final Names names;
    private final Database database;
    private final CourtClock clock;

    DisbursementViews(
            Disbursements disbursements, Suspensions suspensions, Names names, Database database, CourtClock clock) {
        this.disbursements = disbursements;
        this.suspensions = suspensions;
        this.names = names;
        this.database = database;
        this.clock = clock;
    }

    /** What is looked up once for all. */
    private record Around(
            Actor actor,
            LocalDate today,
            Map<UUID, List<CaseSuspension>> suspensions,
            Map<UUID, List<PaymentRows.Source>> sources,
            Map<UUID, Names.Known> names) {
        PersonRef person(UUID id) {
            return PayeeView.person(id, names);
        }

        @Nullable
        PersonRef personIf(@Nullable UUID id) {
            return id == null ? null : person(id);
        }
    }

    Uni<DisbursementView> of(Actor actor, UUID id) {
        return disbursements
                .find(database.reading(), actor, id)
                .chain(found -> of(actor, List.of(found)))
                .map(all -> all.get(0));
    }

    /** In the given order. */
    Uni<List<DisbursementView>> of(Actor actor, List<Disbursement> all) {
        List<UUID> cases = all.stream().map(d -> d.ofCase().id()).distinct().toList();
        int court = actor.courtId();
        return suspensions.ofCases(database.reading(), court, cases).chain(paused -> disbursements
                .sources(database.reading(), all)
                .chain(sources -> names.of(court).map(known -> {
                    Around around = new Around(
                            actor,
                            clock.today(),
                            paused.stream().collect(Collectors.groupingBy(CaseSuspension::caseId)),
                            sources.stream().collect(Collectors.groupingBy(PaymentRows.Source::disbursementId)),
                            known);
                    return all.stream().map(d -> view(d, around)).toList();
                })));
    }

    private static DisbursementView view(Disbursement d, Around around) {
        boolean handles = d.ofCase().handledBy(around.actor().personId());
        boolean stayed = Stays.on(
                around.today(), around.suspensions().getOrDefault(d.ofCase().id(), List.of()));
        return new DisbursementView(
                d.id(),
                d.number(),
                d.ofCase().id(),
                d.ofCase().number(),
                d.ofCase().team(),
                d.ofCase().applicants(),
                d.ofCase().respondents(),
                around.personIf(d.ofCase().judgeId()),
                around.personIf(d.ofCase().executorId()),
                Money.text(d.amount()),
                d.reason(),
                d.status(),
                d.status().awaits().orElse(null),
                d.needsPresident(),
                Money.text(d.presidentAbove()),
                d.policyVersion(),
                around.person(d.appliedBy()),
                d.appliedOn(),
                stayed,
                d.steps().stream()
                        .map(taken -> new DisbursementView.Step(
                                taken.step(),
                                around.person(taken.personId()),
                                taken.on(),
                                taken.refused(),
                                taken.reason()))
                        .toList(),
                d.payments().stream()
                        .map(payment -> pay(payment, around.actor(), handles))
                        .toList(),
                around.sources().getOrDefault(d.id(), List.of()).stream()
                        .map(source -> source(source, around.today()))
                        .toList(),
                d.version(),
                DisbursementPermits.allowed(around.actor(), d, stayed));
    }

    static DisbursementView.Pay pay(Payment payment, Actor actor, boolean handles) {
        Payee payee = payment.payee();
        return new DisbursementView.Pay(
                payment.id(),
                payment.number(),
                payee.id(),
                payee.kind(),
                payee.name(),
                payee.bankName(),
                Masking.bankAccount(payee.accountNumber()),
                payee.accountNumber() != null && Masking.mayUnmaskBankAccounts(actor, handles),
                payee.active() && payee.confirmed(),
                Money.text(payment.amount()),
                payment.status(),
                payment.batchId(),
                payment.bankReason(),
                payment.bankSerial(),
                payment.settledOn());
    }

    private static DisbursementView.Source source(PaymentRows.Source source, LocalDate today) {
        LocalDate due = source.dueOn();
        return new DisbursementView.Source(
                source.receiptId(),
                source.receivedOn(),
                Money.text(source.amount()),
                Money.text(source.part()),
                Math.max(0, ChronoUnit.DAYS.between(source.receivedOn(), today)),
                due == null ? null : Pauses.known(due),
                due != null && !source.paidOut() && today.isAfter(due),
                source.cameBack());
    }
}
