package org.zhixing.slip.rules;

import java.util.Optional;

/**
 * What becomes of a slip with the proof of its node. One that the regulation itself opened (一(四)2, 一(四)3) ends when its node
 * is proved in the volume before anybody was sent: nothing is left to dispatch; and it is there again when that proof is
 * removed. A delegation whose answer is taken out of the volume is unanswered.
 */
public final class SlipWithNode {
    private SlipWithNode() {}

    /** The slip once its node is proved; empty where it goes on as it is. */
    public static Optional<TaskSlip> proved(TaskSlip slip) {
        boolean nobodySent =
                switch (slip.state()) {
                    case ASKED, SIGNED, RECEIVED -> true;
                    case ASSIGNED, RESULT_IN, ACCEPTED, RETURNED, CANCELLED -> false;
                };
        return slip.kind().automatic() && nobodySent
                ? Optional.of(slip.at(slip.course().ended(TaskSlipState.ACCEPTED, null)))
                : Optional.empty();
    }

    /** The slip once that proof is gone: where it stood before; empty where somebody's result was accepted. */
    public static Optional<TaskSlip> opened(TaskSlip slip) {
        TaskSlip.Course course = slip.course();
        Delegation letters = slip.delegation();
        if (letters != null) {
            return letters.reply() == null
                    ? Optional.empty()
                    : Optional.of(unanswered(slip).with(letters.replied(null)));
        }
        if (slip.state() != TaskSlipState.ACCEPTED || course.resultOn() != null) {
            return Optional.empty();
        }
        TaskSlipState stood = course.receivedOn() != null
                ? TaskSlipState.RECEIVED
                : course.signedOn() != null ? TaskSlipState.SIGNED : TaskSlipState.ASKED;
        return Optional.of(slip.at(course.ended(stood, null)));
    }

    /** Theirs brought the result, and is awaited again; ours only told them of it. */
    private static TaskSlip unanswered(TaskSlip slip) {
        TaskSlip.Course course = slip.course();
        return slip.at(
                slip.kind().way() == SlipWay.OUT ? course.awaited() : course.ended(TaskSlipState.RESULT_IN, null));
    }
}
