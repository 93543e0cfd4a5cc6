package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.ledger.Denied;
import org.zhixing.ledger.Payees;
import org.zhixing.ledger.rules.Payee;
import org.zhixing.ledger.rules.PayeeAct;
import org.zhixing.ledger.rules.PayeeKind;
import org.zhixing.ledger.rules.PayeePermits;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.Changes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** Writes down whom money of a case may go to; another person confirms the account (法发〔2017〕6号 art. 12). */
@RegisterForReflection(
        targets = {WritePayee.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class WritePayee {
    private final Database database;
    private final Cases cases;
    private final Payees payees;
    private final Outbox outbox;
    private final Audit audit;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    WritePayee(
            Database database,
            Cases cases,
            Payees payees,
            Outbox outbox,
            Audit audit,
            Once once,
            CourtClock clock,
            Ids ids) {
        this.database = database;
        this.cases = cases;
        this.payees = payees;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who, and where the money goes; a fee has no account. */
    public record Wish(
            PayeeKind kind,
            String name,
            @Nullable String bankName,
            @Nullable String accountNumber) {}

    /** Which payee, in the version the caller has seen. */
    public record Seen(UUID caseId, UUID payeeId, int version) {}

    public Uni<UUID> write(Actor actor, UUID caseId, Wish wish, @Nullable String key) {
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "write-payee " + caseId, wish);
        return database.inTransaction(
                        tx -> once.run(tx, ticket, FileCase.Made.class, () -> cases.lock(tx, actor, caseId)
                                .chain(found -> write(tx, actor, found, wish))))
                .map(FileCase.Made::id);
    }

    private Uni<FileCase.Made> write(SqlConnection tx, Actor actor, EnforcementCase found, Wish wish) {
        PayeePermits.denyWriting(actor, found.handledBy(actor.personId())).ifPresent(denial -> {
            throw Denied.of(denial);
        });
        PartyRole role = role(found, wish);
        Payee payee = new Payee(
                ids.next(),
                actor.courtId(),
                found.id(),
                wish.kind(),
                null,
                wish.name(),
                wish.bankName(),
                wish.accountNumber(),
                actor.personId(),
                clock.today(),
                null,
                null,
                true,
                1);
        return payees.insert(tx, payee, role)
                .chain(() -> tell(tx, actor, found, payee))
                .chain(() -> record(
                        tx,
                        actor,
                        "payee.written",
                        payee,
                        new Changes()
                                .field("kind", null, payee.kind())
                                .field("payee", null, payee.name())
                                .field("bankName", null, payee.bankName())
                                .masked("account", null, payee.accountNumber(), Masking::bankAccount)))
                .replaceWith(new FileCase.Made(payee.id()));
    }

    /** What goes to a party goes to one that the case has. */
    private static @Nullable PartyRole role(EnforcementCase found, Wish wish) {
        PartyRole role =
                switch (wish.kind()) {
                    case APPLICANT -> PartyRole.APPLICANT;
                    case REFUND -> PartyRole.RESPONDENT;
                    case FEE, OTHER_COURT -> null;
                };
        boolean fits = role == null
                || found.row().parties().stream()
                        .anyMatch(p -> p.role() == role && p.name().equals(wish.name()));
        if (!fits) {
            throw Refusal.rule(
                    "payee-not-party",
                    "法发〔2017〕6号第12条",
                    wish.name(),
                    found.row().number().text());
        }
        return role;
    }

    /** 403 for one's own, 409 where it is confirmed already. */
    public Uni<Void> confirm(Actor actor, Seen seen, @Nullable String key) {
        return act(actor, seen, PayeeAct.CONFIRM, key);
    }

    /** No more money goes there; what was paid stays. */
    public Uni<Void> deactivate(Actor actor, Seen seen, @Nullable String key) {
        return act(actor, seen, PayeeAct.DEACTIVATE, key);
    }

    private Uni<Void> act(Actor actor, Seen seen, PayeeAct act, @Nullable String key) {
        // Not of the version: who taps again since no answer came sends the same, whatever became of it meanwhile.
        String what = "payee " + act + " " + seen.payeeId();
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, what, seen.caseId());
        return database.inTransaction(tx -> once.run(tx, ticket, FileCase.Made.class, () -> act(tx, actor, seen, act)
                        .replaceWith(new FileCase.Made(seen.payeeId()))))
                .replaceWithVoid();
    }

    private Uni<Void> act(SqlConnection tx, Actor actor, Seen seen, PayeeAct act) {
        return cases.lock(tx, actor, seen.caseId()).chain(found -> payees.find(
                        tx, actor.courtId(), found.id(), seen.payeeId())
                .chain(payee -> {
                    if (payee.version() != seen.version()) {
                        throw Refusal.stale(payee.version(), List.of("confirmedBy", "active"));
                    }
                    PayeePermits.deny(act, actor, payee, found.handledBy(actor.personId()))
                            .ifPresent(denial -> {
                                throw Denied.of(denial);
                            });
                    boolean confirms = act == PayeeAct.CONFIRM;
                    Payee changed = confirms ? payee.confirmed(actor.personId(), clock.today()) : payee.deactivated();
                    String action = confirms ? "payee.confirmed" : "payee.deactivated";
                    Changes changes = confirms
                            ? new Changes().field("confirmedBy", null, actor.name())
                            : new Changes().field("active", payee.active(), changed.active());
                    return payees.update(tx, changed).chain(() -> record(tx, actor, action, changed, changes));
                }));
    }

    /** To the handlers, one of whom may confirm it. */
    private Uni<Integer> tell(SqlConnection tx, Actor actor, EnforcementCase found, Payee payee) {
        List<UUID> others = Stream.of(
                        java.util.Optional.ofNullable(found.judgeId()),
                        java.util.Optional.ofNullable(found.executorId()))
                .flatMap(java.util.Optional::stream)
                .filter(id -> !id.equals(actor.personId()))
                .toList();
        if (others.isEmpty() || !payee.kind().byBank()) {
            return Uni.createFrom().item(0);
        }
        return outbox.put(
                tx,
                actor.courtId(),
                List.of(new Event(
                        "payee.written",
                        "payee.written:" + payee.id(),
                        others,
                        List.of(),
                        Map.of("number", found.row().number().text(), "payee", payee.name()),
                        found.id(),
                        null,
                        clock.today())));
    }

    private Uni<Void> record(SqlConnection tx, Actor actor, String action, Payee payee, Changes changes) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("payee", payee.name());
        detail.put("kind", payee.kind().name());
        String account = Masking.bankAccount(payee.accountNumber());
        detail.put("account", account == null ? "—" : account);
        detail.put(Changes.KEY, changes.byField());
        return audit.write(tx, Audit.by(actor), List.of(new Entry(action, payee.caseId(), payee.id(), detail)));
    }
}
