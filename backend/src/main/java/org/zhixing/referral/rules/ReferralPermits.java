package org.zhixing.referral.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhixing.access.rules.Actor;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** Who may refer, decide and take back. Buttons and refusals come from this one list. */
public final class ReferralPermits {
    public static final String CLAUSE = "一(五)";

    private ReferralPermits() {}

    public enum Kind {
        PERSON,
        DONE_ALREADY,
        RULE
    }

    /** Why not: a catalogue code. */
    public record Denial(Kind kind, String code) {}

    public static Optional<Denial> denyAsking(Actor actor, OfCase of, boolean open) {
        if (!Seat.CASE_EXECUTOR.isTakenBy(actor, of)) {
            return denial(Kind.PERSON, "referral-not-executor");
        }
        if (!open) {
            return denial(Kind.RULE, "case-closed");
        }
        // Nobody could decide it: a judge who is the executor, too, would decide on what they asked.
        return of.judgeId() == null || actor.personId().equals(of.judgeId())
                ? denial(Kind.RULE, "referral-no-judge")
                : Optional.empty();
    }

    public static Optional<Denial> deny(ReferralAct act, Actor actor, Referral referral) {
        boolean theirs = referral.askedBy().equals(actor.personId());
        if (act == ReferralAct.WITHDRAW && !theirs) {
            return denial(Kind.PERSON, "referral-not-asker");
        }
        if (act != ReferralAct.WITHDRAW
                && !Seat.CASE_JUDGE.isTakenBy(actor, referral.of().handlers())) {
            return denial(Kind.PERSON, "referral-not-judge");
        }
        if (act != ReferralAct.WITHDRAW && theirs) {
            return denial(Kind.PERSON, "referral-own");
        }
        return referral.open() ? Optional.empty() : denial(Kind.DONE_ALREADY, "referral-decided");
    }

    public static List<ReferralAct> allowed(Actor actor, Referral referral) {
        List<ReferralAct> allowed = new ArrayList<>();
        for (ReferralAct act : ReferralAct.values()) {
            if (deny(act, actor, referral).isEmpty()) {
                allowed.add(act);
            }
        }
        return allowed;
    }

    private static Optional<Denial> denial(Kind kind, String code) {
        return Optional.of(new Denial(kind, code));
    }
}
