package org.zhixing.signing.rules;

import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;

/** In what capacity somebody signs. Those of the case are the handlers of today, not everybody who has the role. */
public enum Seat {
    CASE_JUDGE,
    CASE_EXECUTOR,
    CASE_CLERK,
    DIRECTOR,
    PRESIDENT,
    NODE_CONTROL,
    FUNDS;

    /** Whether the actor may take the seat for that case. */
    public boolean isTakenBy(Actor actor, OfCase of) {
        return switch (this) {
            case CASE_JUDGE -> actor.personId().equals(of.judgeId()) && actor.has(Role.JUDGE);
            case CASE_EXECUTOR -> actor.personId().equals(of.executorId()) && actor.has(Role.EXECUTOR);
            case CASE_CLERK ->
                actor.has(Role.CLERK)
                        && actor.team() != null
                        && actor.team() == of.team()
                        && (of.clerkId() == null || of.clerkId().equals(actor.personId()));
            case DIRECTOR -> elsewhere(actor, of).has(Role.DIRECTOR);
            case PRESIDENT -> elsewhere(actor, of).has(Role.PRESIDENT);
            case NODE_CONTROL -> actor.has(Role.NODE_CONTROL);
            case FUNDS -> actor.has(Role.FUNDS);
        };
    }

    /** Who handles the case signs nothing of it in a leader's place. */
    private static Actor elsewhere(Actor actor, OfCase of) {
        boolean handles =
                actor.personId().equals(of.judgeId()) || actor.personId().equals(of.executorId());
        return handles ? actor.unlent() : actor;
    }
}
