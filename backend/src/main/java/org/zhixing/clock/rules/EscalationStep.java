package org.zhixing.clock.rules;

import java.util.List;

/**
 * A widening of the circle that hears of an overdue node (§3.2).
 *
 * @param fromDay the working day of lateness from which it holds, 1 for the first
 */
public record EscalationStep(int fromDay, List<NoticeTarget> to) {

    public EscalationStep {
        to = List.copyOf(to);
        if (fromDay < 1 || to.isEmpty()) {
            throw new IllegalArgumentException("An escalation step names day 1 or later and somebody to tell");
        }
    }
}
