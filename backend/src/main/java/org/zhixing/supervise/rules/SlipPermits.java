package org.zhixing.supervise.rules;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Responsible;

/** Who may do what with a slip now: whoever answers for the node answers, node control does the rest. */
public final class SlipPermits {

    private SlipPermits() {}

    public static Set<SlipAct> allowed(Actor actor, Slip slip, Node node) {
        Set<SlipAct> acts = EnumSet.noneOf(SlipAct.class);
        if (slip.status().awaitsAnswer() && addressed(actor, node)) {
            acts.add(SlipAct.ANSWER);
        }
        if (actor.has(Role.NODE_CONTROL) && !slip.status().ended()) {
            acts.add(SlipAct.WITHDRAW);
            SlipAnswer last = slip.lastAnswer();
            if (slip.status() == SlipStatus.ANSWERED && last != null && mayDecide(actor, last)) {
                acts.add(SlipAct.CONFIRM);
                acts.add(SlipAct.RETURN);
            }
        }
        return acts;
    }

    /** Nobody judges an answer of their own, though they may hold both offices. */
    public static boolean mayDecide(Actor actor, SlipAnswer answer) {
        return !answer.answeredBy().equals(actor.personId());
    }

    /**
     * Whether a slip on the node is addressed to the actor: the people who answer for it; of a team's node that team's
     * members and leader; of a desk's node the desk; where nobody is named yet, whoever must name them.
     */
    public static boolean addressed(Actor actor, Node node) {
        if (node.responsibleIds().contains(actor.personId())) {
            return true;
        }
        Team team = node.responsibleTeam();
        if (team != null) {
            return team == actor.team() && actor.roles().stream().anyMatch(Visibility.TEAM_READERS::contains);
        }
        if (node.responsible() == Responsible.FUNDS_DESK) {
            return actor.has(Role.FUNDS);
        }
        return node.responsibleIds().isEmpty() && names(actor, node.caseTeam());
    }

    private static boolean names(Actor actor, @Nullable Team caseTeam) {
        return caseTeam == null ? actor.has(Role.TRIAGE) : caseTeam == actor.team() && actor.has(Role.TEAM_LEADER);
    }
}
