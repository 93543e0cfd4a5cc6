package org.zhixing.clock.rules;

import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/**
 * Who may prove a node done by evidence: those who answer for it, and those who keep the file for them. Desks of the
 * command centre urge, they do not complete.
 */
public final class Completion {

    private Completion() {}

    /** @param handles whether the actor is one of the pair who handle the case (clause 一(五)) */
    public static boolean mayComplete(Actor actor, Node node, boolean handles) {
        return (handles && actor.hasAny(Role.JUDGE, Role.EXECUTOR))
                || node.responsibleIds().contains(actor.personId())
                || answers(actor, node.responsibleTeam())
                || keepsFile(actor, node.caseTeam());
    }

    /** A member of the responsible team that goes out and does it, or keeps that team's file. */
    private static boolean answers(Actor actor, @Nullable Team team) {
        return team != null
                && team == actor.team()
                && (actor.hasAny(Role.EXECUTOR, Role.POLICE) || keepsFile(actor, team));
    }

    /** Assistants and clerks keep the e-file of their team's cases, and so may hand in what the handlers made. */
    private static boolean keepsFile(Actor actor, @Nullable Team team) {
        return team != null && team == actor.team() && actor.hasAny(Role.JUDGE_ASSISTANT, Role.CLERK);
    }
}
