package org.zhixing.paper.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** Who may do what to a paper beside signing it. Buttons and refusals come from this one list. */
public final class PaperPermits {
    public static final String CLAUSE = "一(五)";

    private PaperPermits() {}

    public enum Act {
        EDIT,
        SUBMIT,
        VOID,
        REVISE,
        /** Whose signature is asked for sends it back: the same new edition, with a reason, by another than its drafter. */
        RETURN,
        SERVE
    }

    /** Why not: a catalogue code. {@code person} tells a wrong person from a wrong moment. */
    public record Denial(String code, boolean person) {}

    /**
     * Whether the actor may draft a paper of that kind: the handlers, those who keep their file, and the kind's desk.
     */
    public static boolean mayDraft(Actor actor, OfCase of, PaperKinds.Kind kind) {
        return kind.recorded() ? desk(actor, of, kind.recorder()) : keeps(actor, of) || desk(actor, of, kind.desk());
    }

    private static boolean keeps(Actor actor, OfCase of) {
        boolean handles =
                actor.personId().equals(of.judgeId()) || actor.personId().equals(of.executorId());
        boolean keeps =
                actor.team() != null && actor.team() == of.team() && actor.hasAny(Role.JUDGE_ASSISTANT, Role.CLERK);
        return handles || keeps;
    }

    private static boolean desk(Actor actor, OfCase of, String desk) {
        return switch (desk) {
            case "" -> false;
            case "RESTRICTION" -> actor.has(Role.RESTRICTION);
            default -> Seat.valueOf(desk).isTakenBy(actor, of);
        };
    }

    /** @param asked whether it is the actor's turn to sign it */
    public static Optional<Denial> deny(Act act, Actor actor, Paper paper, PaperKinds.Kind kind, boolean asked) {
        return act == Act.RETURN ? denyReturn(actor, paper, asked) : deny(act, actor, paper, kind);
    }

    /** Their own draft they write anew. */
    private static Optional<Denial> denyReturn(Actor actor, Paper paper, boolean asked) {
        if (!paper.is(PaperStatus.TO_SIGN)) {
            return Optional.of(new Denial("paper-state", false));
        }
        if (!asked || paper.draftedBy().equals(actor.personId())) {
            return Optional.of(new Denial("paper-not-yours", true));
        }
        return paper.of().open() ? Optional.empty() : Optional.of(new Denial("case-closed", false));
    }

    private static Optional<Denial> deny(Act act, Actor actor, Paper paper, PaperKinds.Kind kind) {
        OfCase of = paper.of().handlers();
        // Minutes whose clerk has left are given up by whoever has the case, so that others can be written.
        boolean gives = act == Act.VOID && keeps(actor, of);
        if (!mayDraft(actor, of, kind) && !gives) {
            return Optional.of(new Denial("paper-not-yours", true));
        }
        boolean fits =
                switch (act) {
                    case EDIT, SUBMIT -> paper.is(PaperStatus.DRAFT);
                    case VOID -> paper.is(PaperStatus.DRAFT) || paper.is(PaperStatus.TO_SIGN);
                    case REVISE, RETURN -> paper.is(PaperStatus.TO_SIGN) || paper.is(PaperStatus.SIGNED);
                    case SERVE -> paper.is(PaperStatus.SIGNED) && kind.served();
                };
        if (!fits) {
            return Optional.of(new Denial("paper-state", false));
        }
        return act != Act.SERVE && act != Act.VOID && !paper.of().open()
                ? Optional.of(new Denial("case-closed", false))
                : Optional.empty();
    }

    /**
     * The same for somebody who comes with the paper alone: what an act recorded is not changed beside that act. Sent back
     * it is all the same, for that act to go on with.
     */
    public static Optional<Denial> denyByHand(Act act, Actor actor, Paper paper, PaperKinds.Kind kind, boolean asked) {
        boolean writes = act == Act.EDIT || act == Act.SUBMIT || act == Act.REVISE;
        return kind.recorded() && writes
                ? Optional.of(new Denial("paper-recorded", false))
                : deny(act, actor, paper, kind, asked);
    }

    public static List<Act> allowed(Actor actor, Paper paper, PaperKinds.Kind kind, boolean asked) {
        return Arrays.stream(Act.values())
                .filter(act -> deny(act, actor, paper, kind, asked).isEmpty())
                .toList();
    }

    public static List<Act> allowedByHand(Actor actor, Paper paper, PaperKinds.Kind kind, boolean asked) {
        return Arrays.stream(Act.values())
                .filter(act -> denyByHand(act, actor, paper, kind, asked).isEmpty())
                .toList();
    }
}
