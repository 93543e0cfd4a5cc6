package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a case's suspensions a node's clock stands still for. */
public final class Pauses {
    private Pauses() {}

    /** The days of the approved ones whose reason concerns the node, united; of a node done those that began before. */
    public static List<Suspension> of(NodePolicy policy, Node node, List<CaseSuspension> suspensions) {
        LocalDate done = node.doneOn();
        return Suspension.unite(suspensions.stream()
                .filter(each -> each.status() == CaseSuspension.Status.APPROVED)
                .filter(each -> policy.suspendedBy(each.reason()))
                .filter(each -> done == null || !each.from().isAfter(done))
                .map(CaseSuspension::days)
                .toList());
    }

    /** A due date as people may see it: null while nobody knows it. */
    public static @Nullable LocalDate known(LocalDate due) {
        return due.equals(Due.NEVER) ? null : due;
    }
}
