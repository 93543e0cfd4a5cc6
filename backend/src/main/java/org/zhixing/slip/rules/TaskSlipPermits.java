package org.zhixing.slip.rules;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** What stands against the act, the actor before the slip's state; null where nothing does. */
    public static @Nullable Obstacle obstacle(TaskSlipAct act, Actor actor, TaskSlip slip) {
        if (!theirs(act, actor, slip)) {
            return act == TaskSlipAct.SIGN ? Obstacle.NOT_JUDGE : Obstacle.NOT_YOURS;
        }
        if (!fits(act, slip)) {
            return Obstacle.NOT_THERE;
        }
        boolean judged = act == TaskSlipAct.HAND_IN || act == TaskSlipAct.ACCEPT;
        return judged && !proved(slip) ? Obstacle.NO_EVIDENCE : null;
    }

    /** What a delegation brings is told by a letter; of all else the evidence has stopped the clock (domain 3). */
    public static boolean proved(TaskSlip slip) {
        TaskSlip.Clock clock = slip.clock();
        return slip.kind().way() != SlipWay.HERE || (clock != null && !clock.running());
    }

    /** Whether the slip has come to where the act is done. */
    public static boolean fits(TaskSlipAct act, TaskSlip slip) {
        TaskSlipState state = slip.state();
        boolean out = slip.kind().way() == SlipWay.OUT;
        return switch (act) {
            case ASK, PROVE, REOPEN -> false;
            case SIGN -> state == TaskSlipState.ASKED && dispatched(slip);
            case RECEIVE -> state == TaskSlipState.SIGNED && dispatched(slip);
            // Of what another court carries out, nobody here is put in charge: its reply is awaited.
            case ASSIGN -> !out && (state == TaskSlipState.RECEIVED || state.underWay());
            case HAND_IN -> out ? state == TaskSlipState.RECEIVED || state.underWay() : state.underWay();
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
        boolean comesIn = slip.kind().way() == SlipWay.IN;
        return switch (act) {
            case SIGN ->
                actor.has(Role.JUDGE) && actor.personId().equals(slip.of().judgeId());
            case RECEIVE, ASSIGN -> affairsDesk(actor);
            case HAND_IN -> slip.kind().way() == SlipWay.OUT ? affairsDesk(actor) : goes(actor, slip);
            // What another court asks for is the affairs team's own business (一(四)5).
            case ASK, CANCEL -> comesIn ? affairsDesk(actor) : handles(actor, slip);
            // These come of what is done in the volume.
            case PROVE, REOPEN -> false;
            // Nobody accepts work of their own, though they may handle the case as well.
            case ACCEPT, RETURN -> (comesIn ? affairsDesk(actor) : handles(actor, slip)) && !goes(actor, slip);
        };
    }

    /** Whoever shares out the affairs team's work. */
    public static boolean affairsDesk(Actor actor) {
        return actor.team() == Team.AFFAIRS && actor.hasAny(Role.TEAM_LEADER, Role.JUDGE_ASSISTANT, Role.CLERK);
    }

    private static boolean goes(Actor actor, TaskSlip slip) {
        return slip.course().officers().contains(actor.personId());
    }

    private static boolean handles(Actor actor, TaskSlip slip) {
        return actor.hasAny(Role.JUDGE, Role.EXECUTOR) && slip.of().handledBy(actor.personId());
    }
}
