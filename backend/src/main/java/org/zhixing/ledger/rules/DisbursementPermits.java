package org.zhixing.ledger.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;

/**
 * Who may do what to a disbursement, and when: named policies, each of which refuses with its clause and its fact. The
 * buttons on the screen and the refusals of the API come from this one list.
 */
public final class DisbursementPermits {
    /** Under which clauses the steps are whose. */
    public static final String OFFICES = "一(五)、二(二)";

    static final String FUNDS = "法发〔2017〕6号第9条";
    static final String STAY = "法发〔2017〕6号第10条";

    private DisbursementPermits() {}

    /**
     * What is looked at.
     *
     * @param stayed whether the case is stayed or suspended today
     */
    public record Question(DisbursementAct act, Actor actor, Disbursement subject, boolean stayed) {
        UUID person() {
            return actor.personId();
        }
    }

    /** One policy; empty where it has nothing against it. */
    interface Policy {
        Optional<Denial> against(Question asked);
    }

    /** What has ended, or waits for another step, takes none of this kind. */
    static final Policy AWAITS_IT = asked -> {
        var awaited = asked.subject().status().awaits();
        boolean fits =
                switch (asked.act()) {
                    case APPROVE -> awaited.isPresent() && awaited.get() != DisbursementStep.PAY;
                    case REFUSE, WITHDRAW -> awaited.isPresent();
                    case ORDER -> awaited.filter(DisbursementStep.PAY::equals).isPresent();
                };
        return unless(fits, () -> {
            var status = new Denial.Word("disbursement." + asked.subject().status());
            return Denial.done(
                    "disbursement-not-awaiting", OFFICES, asked.subject().number(), status);
        });
    };

    /** Nobody takes two of the steps. */
    static final Policy NOBODY_TWICE = asked -> asked.act() == DisbursementAct.WITHDRAW
            ? Optional.empty()
            : asked.subject()
                    .takenBy(asked.person())
                    .map(taken -> Denial.person(
                            "disbursement-twice", OFFICES, asked.subject().number(), word(taken.step())));

    /** The step is the office's that it belongs to. */
    static final Policy BY_OFFICE = asked -> {
        if (asked.act() == DisbursementAct.WITHDRAW) {
            boolean own = asked.person().equals(asked.subject().appliedBy())
                    || asked.person().equals(asked.subject().ofCase().executorId());
            return unless(own, () -> Denial.person("disbursement-not-applicant", OFFICES));
        }
        return asked.subject()
                .status()
                .awaits()
                .filter(step -> !holds(step, asked))
                .map(step -> Denial.person("disbursement-office", OFFICES, word(step)));
    };

    /** While the case is stayed its money stays. */
    static final Policy NOT_STAYED = asked -> unless(
            asked.act() == DisbursementAct.REFUSE || asked.act() == DisbursementAct.WITHDRAW || !asked.stayed(),
            () -> Denial.rule(
                    "disbursement-stayed", STAY, asked.subject().ofCase().number()));

    /** Whom the bank is ordered to pay is somebody whose account still stands confirmed. */
    static final Policy PAYEES_STAND =
            asked -> asked.act() == DisbursementAct.REFUSE || asked.act() == DisbursementAct.WITHDRAW
                    ? Optional.empty()
                    : asked.subject().payments().stream()
                            .map(Payment::payee)
                            .flatMap(payee -> DisbursementApplication.stands(payee).stream())
                            .findFirst();

    private static final List<Policy> POLICIES = List.of(AWAITS_IT, NOBODY_TWICE, BY_OFFICE, NOT_STAYED, PAYEES_STAND);

    /** What the actor may do now. */
    public static List<DisbursementAct> allowed(Actor actor, Disbursement subject, boolean stayed) {
        return Arrays.stream(DisbursementAct.values())
                .filter(act -> deny(new Question(act, actor, subject, stayed)).isEmpty())
                .toList();
    }

    /** Why the actor may not; empty if nothing stands against it. */
    public static Optional<Denial> deny(Question asked) {
        return POLICIES.stream()
                .flatMap(policy -> policy.against(asked).stream())
                .findFirst();
    }

    /** Who handles the case approves nothing of it in a leader's place. */
    private static Actor elsewhere(Question asked) {
        var of = asked.subject().ofCase();
        boolean handles = asked.person().equals(of.judgeId()) || asked.person().equals(of.executorId());
        return handles ? asked.actor().unlent() : asked.actor();
    }

    private static boolean holds(DisbursementStep step, Question asked) {
        Actor actor = asked.actor();
        return switch (step) {
            case APPLY -> false;
            case JUDGE ->
                actor.has(Role.JUDGE)
                        && asked.person().equals(asked.subject().ofCase().judgeId());
            case DIRECTOR -> elsewhere(asked).has(Role.DIRECTOR);
            case PRESIDENT -> elsewhere(asked).has(Role.PRESIDENT);
            case PAY -> actor.has(Role.FUNDS);
        };
    }

    private static Denial.Word word(DisbursementStep step) {
        return new Denial.Word("step." + step);
    }

    private static Optional<Denial> unless(boolean holds, java.util.function.Supplier<Denial> denial) {
        return holds ? Optional.empty() : Optional.of(denial.get());
    }
}
