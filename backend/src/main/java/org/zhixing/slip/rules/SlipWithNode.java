package org.zhixing.slip.rules;

import java.util.Optional;

/**
 * What becomes of a slip that the regulation itself opened (一(四)2, 一(四)3) when its node is proved in the volume before
 * anybody was sent: nothing is left to dispatch, so that it ends; and it is there again when that proof is removed.
 */
public final class SlipWithNode {
    private SlipWithNode() {}

    /** The slip's course once its node is proved; empty where it goes on as it is. */
    public static Optional<TaskSlip.Course> proved(TaskSlip slip) {
        boolean nobodySent =
                switch (slip.state()) {
                    case ASKED, SIGNED, RECEIVED -> true;
                    case ASSIGNED, RESULT_IN, ACCEPTED, RETURNED, CANCELLED -> false;
                };
        return slip.kind().automatic() && nobodySent
                ? Optional.of(slip.course().ended(TaskSlipState.ACCEPTED, null))
                : Optional.empty();
    }

    /** The slip's course once that proof is gone: where it stood before; empty where somebody's result was accepted. */
    public static Optional<TaskSlip.Course> opened(TaskSlip slip) {
        TaskSlip.Course course = slip.course();
        if (slip.state() != TaskSlipState.ACCEPTED || course.resultOn() != null) {
            return Optional.empty();
        }
        TaskSlipState stood = course.receivedOn() != null
                ? TaskSlipState.RECEIVED
                : course.signedOn() != null ? TaskSlipState.SIGNED : TaskSlipState.ASKED;
        return Optional.of(course.ended(stood, null));
    }
}
