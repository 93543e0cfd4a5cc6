package org.zhixing.archive.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;

/** Who may ask for an archived volume, decide, take back and give back. Buttons and refusals come from this one list. */
public final class LoanPermits {
    public static final String CLAUSE = "二(五)";

    /** A default of ours: whoever needs a volume for longer asks again. */
    public static final int MOST_DAYS = 30;

    private static final Set<Role> ASKERS =
            Set.copyOf(EnumSet.of(Role.TEAM_LEADER, Role.JUDGE, Role.EXECUTOR, Role.JUDGE_ASSISTANT, Role.CLERK));

    /** Who reads every loan of the court; others read what they asked for. */
    private static final Set<Role> READERS =
            Set.copyOf(EnumSet.of(Role.PRESIDENT, Role.DIRECTOR, Role.ARCHIVE, Role.AUDITOR));

    private LoanPermits() {}

    public enum Kind {
        PERSON,
        DONE_ALREADY,
        RULE
    }

    /** Why not: a catalogue code. */
    public record Denial(Kind kind, String code) {}

    public static boolean readsAll(Actor actor) {
        return actor.roles().stream().anyMatch(READERS::contains);
    }

    public static boolean sees(Actor actor, ArchiveLoan loan) {
        return readsAll(actor) || loan.askedBy().equals(actor.personId());
    }

    /** The archive desk asks for whoever comes from outside and for nobody else; the teams ask for themselves. */
    public static Optional<Denial> denyAsking(Actor actor, LoanKind kind) {
        if (kind == LoanKind.INQUIRY) {
            return actor.has(Role.ARCHIVE) ? Optional.empty() : denial(Kind.PERSON, "loan-not-desk");
        }
        return actor.roles().stream().anyMatch(ASKERS::contains)
                ? Optional.empty()
                : denial(Kind.PERSON, "loan-not-team");
    }

    public static Optional<Denial> deny(LoanAct act, Actor actor, ArchiveLoan loan, LocalDate today) {
        return switch (act) {
            case APPROVE, REFUSE -> denyDeciding(act, actor, loan, today);
            case WITHDRAW ->
                loan.askedBy().equals(actor.personId()) ? undecided(loan) : denial(Kind.PERSON, "loan-not-asker");
            case RETURN -> denyReturning(actor, loan, today);
        };
    }

    private static Optional<Denial> denyDeciding(LoanAct act, Actor actor, ArchiveLoan loan, LocalDate today) {
        // Who handled the case decides nothing of it in a leader's place.
        Actor acting = loan.of().handledBy(actor.personId()) ? actor.unlent() : actor;
        if (!acting.has(Role.DIRECTOR)) {
            return denial(Kind.PERSON, actor.has(Role.DIRECTOR) ? "stand-in-own-case" : "role");
        }
        if (loan.askedBy().equals(actor.personId())) {
            return denial(Kind.PERSON, "loan-own");
        }
        Optional<Denial> decided = undecided(loan);
        return decided.isEmpty() && act == LoanAct.APPROVE && loan.over(today)
                ? denial(Kind.RULE, "loan-too-late")
                : decided;
    }

    private static Optional<Denial> denyReturning(Actor actor, ArchiveLoan loan, LocalDate today) {
        if (!loan.askedBy().equals(actor.personId()) && !actor.has(Role.ARCHIVE)) {
            return denial(Kind.PERSON, "loan-not-borrower");
        }
        return loan.runs(today) ? Optional.empty() : denial(Kind.DONE_ALREADY, "loan-not-running");
    }

    private static Optional<Denial> undecided(ArchiveLoan loan) {
        return loan.status() == LoanStatus.ASKED ? Optional.empty() : denial(Kind.DONE_ALREADY, "loan-decided");
    }

    public static List<LoanAct> allowed(Actor actor, ArchiveLoan loan, LocalDate today) {
        return Arrays.stream(LoanAct.values())
                .filter(act -> deny(act, actor, loan, today).isEmpty())
                .toList();
    }

    private static Optional<Denial> denial(Kind kind, String code) {
        return Optional.of(new Denial(kind, code));
    }
}
