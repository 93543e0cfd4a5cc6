package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodePolicies;
import org.zhixing.clock.rules.NodePolicy;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.clock.rules.StartEvent;

/** A draft of the node table: teams stay, nodes are counted by the draft's lines from what they have. */
public final class NodeTableOutlook implements Outlook {

    private final NodePolicyDocument draft;
    private final DueDates dates;

    public NodeTableOutlook(NodePolicyDocument draft, CourtCalendar calendar) {
        this.draft = draft;
        this.dates = new DueDates(calendar);
    }

    @Override
    public Future of(OpenCase open) {
        Map<NodeCode, NodePolicy> wanted = new EnumMap<>(NodeCode.class);
        NodePolicies.applying(draft, open.in(open.team())).forEach(line -> wanted.put(line.code(), line));
        Set<NodeCode> there = EnumSet.noneOf(NodeCode.class);
        List<FutureNode> nodes = new ArrayList<>();
        for (OpenCase.CaseNode node : open.nodes()) {
            there.add(node.code());
            if (node.open()) {
                nodes.add(new FutureNode(node.code(), node.dueOn(), after(open, node, wanted.get(node.code()))));
            }
        }
        wanted.forEach((code, line) -> {
            if (!there.contains(code)) {
                nodes.add(new FutureNode(code, null, dates.opened(open, line)));
            }
        });
        return new Future(open.team(), false, nodes);
    }

    /** What filing opens applies to the case or not; what other events open is there because of the event. */
    private @Nullable LocalDate after(OpenCase open, OpenCase.CaseNode node, @Nullable NodePolicy wanted) {
        if (wanted != null) {
            return dates.of(open, wanted, node);
        }
        return draft.policy(node.code())
                .filter(line -> line.startEvent() != StartEvent.CASE_FILED)
                .map(line -> dates.of(open, line, node))
                .orElse(null);
    }
}
