package org.zhixing.clock.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Derives a node's state from its dates and the day it is asked on. */
public final class NodeStates {

    private NodeStates() {}

    /**
     * What was done stays done, in time or late; what was cancelled stays cancelled. A node that was late before its case
     * was suspended stays late.
     *
     * @param today the court's date, Asia/Shanghai; a node is overdue from the day after its due date
     */
    public static NodeState derive(
            LocalDate today,
            LocalDate dueOn,
            LocalDate dueSoonOn,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate cancelledOn,
            boolean suspendedNow) {
        if (doneOn != null) {
            return doneOn.isAfter(dueOn) ? NodeState.DONE_LATE : NodeState.DONE;
        }
        if (cancelledOn != null) {
            return NodeState.CANCELLED;
        }
        if (today.isAfter(dueOn)) {
            return NodeState.OVERDUE;
        }
        if (suspendedNow) {
            return NodeState.SUSPENDED;
        }
        return today.isBefore(dueSoonOn) ? NodeState.PENDING : NodeState.DUE_SOON;
    }
}
