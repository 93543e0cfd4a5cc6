package org.zhixing.clock.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;

/**
 * Who may do what to a suspension, and when. The buttons on the screen and the refusals of the API come from this one
 * list.
 */
public final class SuspensionPermits {
    private SuspensionPermits() {}

    /** What can be done to a suspension that was asked. */
    public enum Act {
        APPROVE,
        REFUSE,
        END,
        CANCEL
    }

    /** What stands against it: the wrong person, what was done already, or a rule. */
    public enum Kind {
        PERSON,
        DONE_ALREADY,
        RULE
    }

    /** Why not: a catalogue code. */
    public record Denial(String code, Kind kind) {}

    /**
     * What surrounds the suspension.
     *
     * @param caseOpen whether the case is open
     * @param handles whether the actor is one of the pair who handle the case (clause 一(五))
     */
    public record Situation(boolean caseOpen, boolean handles) {}

    public static List<Act> allowed(Actor actor, CaseSuspension suspension, Situation now) {
        return Arrays.stream(Act.values())
                .filter(act -> deny(act, actor, suspension, now).isEmpty())
                .toList();
    }

    /** Why the actor may not do it now; empty if nothing stands against it. */
    public static Optional<Denial> deny(Act act, Actor actor, CaseSuspension suspension, Situation now) {
        // Who handles the case decides nothing of it in a leader's place.
        Actor acting = now.handles() ? actor.unlent() : actor;
        boolean leads = acting.hasAny(Role.DIRECTOR, Role.PRESIDENT);
        return switch (act) {
            case APPROVE ->
                first(
                        unless(leads, "role", Kind.PERSON),
                        unless(!suspension.askedBy().equals(actor.personId()), "own-request", Kind.PERSON),
                        asked(suspension),
                        unless(now.caseOpen(), "case-closed", Kind.RULE));
            case REFUSE -> first(unless(leads, "role", Kind.PERSON), asked(suspension));
            case END ->
                first(
                        unless(leads || now.handles(), "not-handler", Kind.PERSON),
                        approved(suspension),
                        // What was ended once is corrected by those who answer for it.
                        unless(leads || suspension.ended() == null, "suspension-ended", Kind.DONE_ALREADY));
            case CANCEL -> first(unless(leads, "role", Kind.PERSON), approved(suspension));
        };
    }

    private static Optional<Denial> asked(CaseSuspension suspension) {
        return unless(suspension.status() == CaseSuspension.Status.ASKED, "suspension-decided", Kind.DONE_ALREADY);
    }

    private static Optional<Denial> approved(CaseSuspension suspension) {
        return unless(
                suspension.status() == CaseSuspension.Status.APPROVED, "suspension-not-approved", Kind.DONE_ALREADY);
    }

    private static Optional<Denial> unless(boolean holds, String code, Kind kind) {
        return holds ? Optional.empty() : Optional.of(new Denial(code, kind));
    }

    @SafeVarargs
    private static Optional<Denial> first(Optional<Denial>... policies) {
        return Arrays.stream(policies).flatMap(Optional::stream).findFirst();
    }
}
