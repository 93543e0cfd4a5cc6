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
        return of(
                policy,
                suspensions.stream()
                        .filter(each -> each.status() == CaseSuspension.Status.APPROVED)
                        .filter(each -> done == null || !each.from().isAfter(done))
                        .map(CaseSuspension::standstill)
                        .toList());
    }

    /** The days of those whose reason concerns the nodes of that line, united. */
    public static List<Suspension> of(NodePolicy policy, List<Standstill> standstills) {
        return Suspension.unite(standstills.stream()
                .filter(each -> policy.suspendedBy(each.reason()))
                .map(Standstill::days)
                .toList());
    }

    /** A due date as people may see it: null while nobody knows it. */
    public static @Nullable LocalDate known(LocalDate due) {
        return due.equals(Due.NEVER) ? null : due;
    }
}
