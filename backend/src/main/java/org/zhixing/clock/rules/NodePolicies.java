package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which nodes an event opens, and when each is due. */
public final class NodePolicies {

    private NodePolicies() {}

    /** The nodes that filing the case opens, in the document's order. */
    public static List<PlannedNode> open(NodePolicyDocument document, NodeSubject subject, CourtCalendar calendar) {
        return applying(document, subject).stream()
                .map(policy -> plan(policy, subject.filedOn(), calendar))
                .toList();
    }

    /** The lines by which filing the case opens a node, in the document's order. */
    public static List<NodePolicy> applying(NodePolicyDocument document, NodeSubject subject) {
        return applying(document, StartEvent.CASE_FILED, subject);
    }

    /** The lines by which an event of the case opens a node, in the document's order. */
    public static List<NodePolicy> applying(NodePolicyDocument document, StartEvent event, NodeSubject subject) {
        return document.policies().stream()
                .filter(policy -> policy.startEvent() == event && policy.appliesTo(subject))
                .toList();
    }

    /** One node, from the day of its start event (or of the hard end it must act before). */
    public static PlannedNode plan(NodePolicy policy, LocalDate startOn, CourtCalendar calendar) {
        return plan(policy, startOn, null, calendar);
    }

    /** One node about that subject, or about the case where it is null. */
    public static PlannedNode plan(
            NodePolicy policy, LocalDate startOn, @Nullable UUID subjectId, CourtCalendar calendar) {
        Deadline deadline = policy.deadline(startOn, List.of(), 0);
        NodeDates dates = NodeDates.of(deadline, policy.dueSoonShare(), calendar);
        return new PlannedNode(
                policy.code(),
                subjectId,
                startOn,
                deadline.period(),
                policy.unit(),
                policy.rollOver(),
                dates.dueOn(),
                dates.dueSoonOn(),
                dates.provisional(),
                dates.firstNoticeOn(),
                policy.responsible(),
                policy.evidence(),
                policy.stop(),
                policy.clause(),
                policy.remainingDays());
    }
}
