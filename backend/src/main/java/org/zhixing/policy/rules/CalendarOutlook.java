package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.NodePolicyDocument;

/** A draft of a year's calendar: every open node is counted anew under the version it was opened with. */
public final class CalendarOutlook implements Outlook {

    private final IntFunction<NodePolicyDocument> version;
    private final DueDates dates;

    public CalendarOutlook(IntFunction<NodePolicyDocument> version, CourtCalendar drafted) {
        this.version = version;
        this.dates = new DueDates(drafted);
    }

    @Override
    public Future of(OpenCase open) {
        return new Future(
                open.team(),
                false,
                open.nodes().stream()
                        .filter(OpenCase.CaseNode::open)
                        .map(node -> new FutureNode(node.code(), node.dueOn(), after(open, node)))
                        .toList());
    }

    private LocalDate after(OpenCase open, OpenCase.CaseNode node) {
        return version.apply(node.policyVersion())
                .policy(node.code())
                .map(line -> dates.of(open, line, node))
                .orElse(node.dueOn());
    }
}
