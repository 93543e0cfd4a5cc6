package org.zhixing.slip.rules;

import java.util.EnumSet;
import java.util.Set;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/** Who may do what with a task slip (clauses 一(四), 一(五)). */
public final class TaskSlipPermits {
    private TaskSlipPermits() {}

    public static Set<TaskSlipAct> allowed(Actor actor, TaskSlip slip) {
        Set<TaskSlipAct> acts = EnumSet.noneOf(TaskSlipAct.class);
        for (TaskSlipAct act : TaskSlipAct.values()) {
            if (fits(act, slip) && theirs(act, actor, slip)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** Whether the slip has come to where the act is done. */
    public static boolean fits(TaskSlipAct act, TaskSlip slip) {
        TaskSlipState state = slip.state();
        return switch (act) {
            case ASK, PROVE, REOPEN -> false;
            case SIGN -> state == TaskSlipState.ASKED && dispatched(slip);
            case RECEIVE -> state == TaskSlipState.SIGNED && dispatched(slip);
            case ASSIGN -> state == TaskSlipState.RECEIVED || state.underWay();
            case HAND_IN -> state.underWay();
            case ACCEPT -> state == TaskSlipState.RESULT_IN;
            case RETURN -> state == TaskSlipState.RESULT_IN && slip.of().open();
            // What the regulation itself demands is not asked for and so cannot be asked back; a result is judged.
            case CANCEL ->
                !state.ended()
                        && state != TaskSlipState.RESULT_IN
                        && !slip.kind().automatic();
        };
    }

    /** A closed case asks for nothing more, but what the regulation demands of it is owed until it is done (二(三)1). */
    private static boolean dispatched(TaskSlip slip) {
        return slip.of().open() || slip.kind().automatic();
    }

    /** Whether the act is the actor's to do, however far the slip has come. */
    public static boolean theirs(TaskSlipAct act, Actor actor, TaskSlip slip) {
        return switch (act) {
            case SIGN ->
                actor.has(Role.JUDGE) && actor.personId().equals(slip.of().judgeId());
            case RECEIVE, ASSIGN -> affairsDesk(actor);
            case HAND_IN -> slip.course().officers().contains(actor.personId());
            case ASK, CANCEL -> handles(actor, slip);
            // These come of what is done in the volume.
            case PROVE, REOPEN -> false;
            // Nobody accepts work of their own, though they may handle the case as well.
            case ACCEPT, RETURN ->
                handles(actor, slip) && !slip.course().officers().contains(actor.personId());
        };
    }

    /** Whoever shares out the affairs team's work. */
    public static boolean affairsDesk(Actor actor) {
        return actor.team() == Team.AFFAIRS && actor.hasAny(Role.TEAM_LEADER, Role.JUDGE_ASSISTANT, Role.CLERK);
    }

    private static boolean handles(Actor actor, TaskSlip slip) {
        return actor.hasAny(Role.JUDGE, Role.EXECUTOR) && slip.of().handledBy(actor.personId());
    }
}
