package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.clock.Suspensions;
import org.zhixing.ledger.Denied;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.FundsPolicies;
import org.zhixing.ledger.Payees;
import org.zhixing.ledger.Receipts;
import org.zhixing.ledger.rules.Disbursement;
import org.zhixing.ledger.rules.DisbursementApplication;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.FundsPolicy;
import org.zhixing.ledger.rules.FundsWord;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentStatus;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.ledger.rules.Stays;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versioned;

/**
 * The case's executor applies for its money to be paid out (domain.md §4): what is applied for is reserved of the case's
 * receipts, oldest first, in the same transaction, so that no two applications count on the same money.
 */
@RegisterForReflection(
        targets = {ApplyDisbursement.Wish.class, ApplyDisbursement.Line.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ApplyDisbursement {
    private final Database database;
    private final Cases cases;
    private final Suspensions suspensions;
    private final Payees payees;
    private final Receipts receipts;
    private final Disbursements disbursements;
    private final FundsPolicies policies;
    private final TellOfDisbursements tell;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    ApplyDisbursement(
            Database database,
            Cases cases,
            Suspensions suspensions,
            Payees payees,
            Receipts receipts,
            Disbursements disbursements,
            FundsPolicies policies,
            TellOfDisbursements tell,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.cases = cases;
        this.suspensions = suspensions;
        this.payees = payees;
        this.receipts = receipts;
        this.disbursements = disbursements;
        this.policies = policies;
        this.tell = tell;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who is to get how much, in CNY to the fen. */
    public record Line(UUID payeeId, BigDecimal amount) {}

    /** What is applied for, and why. */
    public record Wish(String reason, List<Line> payments) {}

    public Uni<UUID> apply(Actor actor, UUID caseId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "apply-disbursement " + caseId, wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> cases.lock(tx, actor, caseId)
                                .chain(found -> apply(tx, actor, found, wish))))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> apply(SqlConnection tx, Actor actor, EnforcementCase found, Wish wish) {
        int court = actor.courtId();
        return suspensions
                .ofCase(tx, court, found.id())
                .chain(present -> payees.ofCase(tx, court, found.id())
                        .chain(known -> receipts.lockOfCase(tx, court, found.id())
                                .map(arrived -> {
                                    boolean stayed = Stays.on(clock.today(), present);
                                    var asked = new DisbursementApplication(
                                            actor, ofCase(found), lines(wish, known), free(arrived), stayed);
                                    asked.denied().ifPresent(denial -> {
                                        throw Denied.of(denial);
                                    });
                                    return asked;
                                })))
                .chain(asked -> policies.inForce(tx, court, clock.today())
                        .chain(policy -> reserve(tx, actor, asked, policy, wish.reason())));
    }

    private Uni<FileCase.Made> reserve(
            SqlConnection tx,
            Actor actor,
            DisbursementApplication asked,
            Versioned<FundsPolicy> policy,
            String reason) {
        int court = actor.courtId();
        int year = clock.today().getYear();
        return receipts.reserve(tx, court, asked.ofCase().id(), asked.amount()).chain(parts -> disbursements
                .numbers(tx, court, FundsWord.DISBURSEMENT, year, 1)
                .chain(paper -> disbursements
                        .numbers(
                                tx,
                                court,
                                FundsWord.PAYMENT,
                                year,
                                asked.lines().size())
                        .map(numbers -> applied(actor, asked, policy, reason, paper.get(0), numbers)))
                .chain(applied -> save(tx, actor, applied, parts)));
    }

    private Uni<FileCase.Made> save(SqlConnection tx, Actor actor, Disbursement applied, List<Receipt.Part> parts) {
        return disbursements
                .insert(tx, applied, parts)
                .chain(() -> tell.next(tx, applied))
                .chain(() -> audit.write(tx, Audit.by(actor), List.of(tell.entry(applied, applied.reason()))))
                .replaceWith(new FileCase.Made(applied.id()));
    }

    private Disbursement applied(
            Actor actor,
            DisbursementApplication asked,
            Versioned<FundsPolicy> policy,
            String reason,
            String paper,
            List<String> numbers) {
        UUID id = ids.next();
        List<Payment> payments = new ArrayList<>();
        for (DisbursementApplication.Line line : asked.lines()) {
            payments.add(new Payment(
                    ids.next(),
                    id,
                    asked.ofCase().id(),
                    numbers.get(payments.size()),
                    line.payee(),
                    line.amount(),
                    PaymentStatus.APPLIED,
                    null,
                    null,
                    null,
                    null,
                    1));
        }
        return new Disbursement(
                id,
                actor.courtId(),
                paper,
                asked.ofCase(),
                asked.amount(),
                reason,
                DisbursementStatus.APPLIED,
                policy.document().presidentAbove(),
                policy.version(),
                actor.personId(),
                clock.today(),
                List.of(),
                payments,
                1);
    }

    private static List<DisbursementApplication.Line> lines(Wish wish, List<Payee> known) {
        Map<UUID, Payee> byId = known.stream().collect(Collectors.toMap(Payee::id, Function.identity()));
        return wish.payments().stream()
                .map(line -> {
                    Payee payee = byId.get(line.payeeId());
                    if (payee == null) {
                        throw Refusal.field("payments", line.payeeId(), "field.unknown");
                    }
                    return new DisbursementApplication.Line(payee, line.amount());
                })
                .toList();
    }

    private static BigDecimal free(List<Receipt> arrived) {
        return arrived.stream().map(Receipt::free).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Disbursement.Case ofCase(EnforcementCase c) {
        return new Disbursement.Case(
                c.id(),
                c.row().number().text(),
                c.team(),
                c.judgeId(),
                c.executorId(),
                names(c, PartyRole.APPLICANT),
                names(c, PartyRole.RESPONDENT));
    }

    private static List<String> names(EnforcementCase c, PartyRole role) {
        return c.row().parties().stream()
                .filter(party -> party.role() == role)
                .map(NamedParty::name)
                .toList();
    }
}
