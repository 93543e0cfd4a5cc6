package org.zhixing.flow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.archive.ArchiveLoans;
import org.zhixing.archive.rules.ArchiveLoan;
import org.zhixing.archive.rules.LoanAct;
import org.zhixing.archive.rules.LoanKind;
import org.zhixing.archive.rules.LoanPermits;
import org.zhixing.archive.rules.LoanStatus;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Once;
import org.zhixing.platform.Refusal;

/** An archived volume is asked for by its case's number (复印、查阅、外调, 二(五)); the director decides; it is given back. */
@RegisterForReflection(
        targets = {BorrowVolume.Wish.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class BorrowVolume {
    private final Database database;
    private final Cases cases;
    private final ArchiveLoans loans;
    private final LoanTold told;
    private final Once once;
    private final CourtClock clock;
    private final Ids ids;

    BorrowVolume(
            Database database, Cases cases, ArchiveLoans loans, LoanTold told, Once once, CourtClock clock, Ids ids) {
        this.database = database;
        this.cases = cases;
        this.loans = loans;
        this.told = told;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is asked for.
     *
     * @param number the case's, as it was typed
     * @param body who inquires from outside, with the person and the letter; null for what is lent within the court
     */
    public record Wish(
            String number,
            LoanKind kind,
            String reason,
            LocalDate until,
            @Nullable String body,
            @Nullable String person,
            @Nullable String letter) {}

    /** 403 not theirs to ask, 400 days or an inquirer that cannot be, 422 no archived volume of that number. */
    public Uni<UUID> ask(Actor actor, Wish wish, @Nullable String key) {
        LoanPermits.denyAsking(actor, wish.kind()).ifPresent(BorrowVolume::refuse);
        LocalDate today = clock.today();
        LocalDate latest = today.plusDays(LoanPermits.MOST_DAYS);
        if (wish.until().isBefore(today) || wish.until().isAfter(latest)) {
            throw Refusal.field("until", wish.until(), "field.range", today, latest);
        }
        ArchiveLoan.Outside outside = outside(wish);
        var ticket = new Once.Ticket(actor.courtId(), actor.personId(), key, "archive-loan.asked", wish);
        return database.inTransaction(tx ->
                        once.run(tx, ticket, FileCase.Made.class, () -> archived(tx, actor.courtId(), wish.number())
                                .chain(of -> ask(tx, actor, wish, of, outside))))
                .map(FileCase.Made::id);
    }

    private static ArchiveLoan.@Nullable Outside outside(Wish wish) {
        if (wish.kind() != LoanKind.INQUIRY) {
            return null;
        }
        List<Refusal.FieldError> missing = new ArrayList<>();
        var outside = new ArchiveLoan.Outside(
                filled("body", wish.body(), missing),
                filled("person", wish.person(), missing),
                filled("letter", wish.letter(), missing));
        if (!missing.isEmpty()) {
            throw Refusal.fields(missing);
        }
        return outside;
    }

    private static String filled(String field, @Nullable String text, List<Refusal.FieldError> missing) {
        if (text == null || text.isBlank()) {
            missing.add(Refusal.FieldError.of(field, text, "field.required"));
            return "";
        }
        return text.strip();
    }

    /**
     * The case in the archive. One answer for a number that is none, that nobody has, that another court has, and whose
     * case is not in the archive: who may not see a case learns nothing of it.
     */
    private Uni<EnforcementCase> archived(SqlConnection tx, int courtId, String typed) {
        String number = CaseNumber.check(typed).found().map(CaseNumber::text).orElse("");
        return cases.byNumbers(tx, courtId, List.of(number)).map(found -> {
            EnforcementCase of = found.get(number);
            if (of == null || of.archiving() == null) {
                throw Refusal.rule("loan-no-volume", LoanPermits.CLAUSE);
            }
            return of;
        });
    }

    private Uni<FileCase.Made> ask(
            SqlConnection tx, Actor actor, Wish wish, EnforcementCase of, ArchiveLoan.@Nullable Outside outside) {
        var loan = new ArchiveLoan(
                ids.next(),
                actor.courtId(),
                new ArchiveLoan.Of(of.id(), of.row().number().text(), of.judgeId(), of.executorId()),
                wish.kind(),
                wish.reason(),
                wish.until(),
                outside,
                LoanStatus.ASKED,
                actor.personId(),
                clock.today(),
                null,
                null,
                1);
        return loans.insert(tx, loan)
                .chain(() -> told.asked(tx, actor, loan))
                .replaceWith(new FileCase.Made(loan.id()));
    }

    /** 404 out of sight, 403 not the director or the one who asked, 409 decided already, 422 its last day has passed. */
    public Uni<Void> approve(Actor actor, UUID id, int version) {
        return act(
                new Act(actor, id, version, LoanAct.APPROVE),
                loan -> loan.decided(LoanStatus.APPROVED, decision(actor, null)),
                (tx, loan) -> told.approved(tx, actor, loan));
    }

    public Uni<Void> refuse(Actor actor, UUID id, int version, String reason) {
        return act(
                new Act(actor, id, version, LoanAct.REFUSE),
                loan -> loan.decided(LoanStatus.REFUSED, decision(actor, reason)),
                (tx, loan) -> told.refused(tx, actor, loan, reason));
    }

    /** 403 somebody else asked it, 409 decided already. */
    public Uni<Void> withdraw(Actor actor, UUID id, int version) {
        return act(
                new Act(actor, id, version, LoanAct.WITHDRAW),
                loan -> loan.ended(LoanStatus.WITHDRAWN, end(actor)),
                (tx, loan) -> told.withdrawn(tx, actor, loan));
    }

    /** 403 neither who borrowed it nor the archive desk, 409 it does not run. */
    public Uni<Void> giveBack(Actor actor, UUID id, int version) {
        return act(
                new Act(actor, id, version, LoanAct.RETURN),
                loan -> loan.ended(LoanStatus.RETURNED, end(actor)),
                (tx, loan) -> told.returned(tx, actor, loan));
    }

    private ArchiveLoan.Decision decision(Actor by, @Nullable String reason) {
        return new ArchiveLoan.Decision(by.personId(), clock.today(), reason);
    }

    private ArchiveLoan.End end(Actor by) {
        return new ArchiveLoan.End(by.personId(), clock.today());
    }

    private record Act(Actor by, UUID id, int version, LoanAct what) {}

    /** What was done meanwhile is said before that the version is an old one: the second of two learns what became of it. */
    private Uni<Void> act(
            Act act, UnaryOperator<ArchiveLoan> change, BiFunction<SqlConnection, ArchiveLoan, Uni<Void>> tell) {
        return database.inTransaction(tx -> loans.lock(tx, act.by(), act.id()).chain(now -> {
            LoanPermits.deny(act.what(), act.by(), now, clock.today()).ifPresent(BorrowVolume::refuse);
            if (now.version() != act.version()) {
                throw Refusal.stale(now.version(), List.of("status"));
            }
            ArchiveLoan changed = change.apply(now);
            return loans.update(tx, changed).chain(() -> tell.apply(tx, changed));
        }));
    }

    private static void refuse(LoanPermits.Denial denial) {
        throw switch (denial.kind()) {
            case PERSON -> Refusal.forbidden(denial.code(), LoanPermits.CLAUSE);
            case DONE_ALREADY -> Refusal.conflict(denial.code()).under(LoanPermits.CLAUSE);
            case RULE -> Refusal.rule(denial.code(), LoanPermits.CLAUSE);
        };
    }
}
