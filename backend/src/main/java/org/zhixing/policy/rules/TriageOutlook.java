package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.CourtCalendar;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodePolicies;
import org.zhixing.clock.rules.NodePolicy;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.triage.rules.TriageDocument;
import org.zhixing.triage.rules.TriageRules;

/**
 * A draft of the triage table: the case goes where the draft sends it, and its nodes follow as they do when it is moved.
 * A case that a person moved, by the desk's choice or a transfer, stays: no rule undoes that.
 */
public final class TriageOutlook implements Outlook {

    private final TriageDocument draft;
    private final Function<LocalDate, TriageDocument> inForce;
    private final Function<LocalDate, NodePolicyDocument> nodeTable;
    private final DueDates dates;

    /**
     * @param inForce the triage table in force on a filing date
     * @param nodeTable the node table in force on a filing date
     */
    public TriageOutlook(
            TriageDocument draft,
            Function<LocalDate, TriageDocument> inForce,
            Function<LocalDate, NodePolicyDocument> nodeTable,
            CourtCalendar calendar) {
        this.draft = draft;
        this.inForce = inForce;
        this.nodeTable = nodeTable;
        this.dates = new DueDates(calendar);
    }

    @Override
    public Future of(OpenCase open) {
        LocalDate filedOn = open.facts().filedOn();
        Team ruled = TriageRules.decide(inForce.apply(filedOn), open.facts()).team();
        if (ruled != open.team()) {
            return new Future(open.team(), true, same(open));
        }
        Team wanted = TriageRules.decide(draft, open.facts()).team();
        return new Future(wanted, false, wanted == open.team() ? same(open) : moved(open, wanted));
    }

    private static List<FutureNode> same(OpenCase open) {
        return open.nodes().stream()
                .filter(OpenCase.CaseNode::open)
                .map(node -> new FutureNode(node.code(), node.dueOn(), node.dueOn()))
                .toList();
    }

    /** As {@link org.zhixing.clock.rules.Replan} has it. */
    private List<FutureNode> moved(OpenCase open, @Nullable Team to) {
        LocalDate filedOn = open.facts().filedOn();
        Map<NodeCode, NodePolicy> wanted = NodePolicies.applying(nodeTable.apply(filedOn), open.in(to)).stream()
                .collect(Collectors.toMap(NodePolicy::code, line -> line));
        Set<NodeCode> there = EnumSet.noneOf(NodeCode.class);
        List<FutureNode> nodes = new ArrayList<>();
        for (OpenCase.CaseNode node : open.nodes()) {
            there.add(node.code());
            if (node.open()) {
                LocalDate after = wanted.containsKey(node.code()) ? node.dueOn() : null;
                nodes.add(new FutureNode(node.code(), node.dueOn(), after));
            }
        }
        wanted.forEach((code, line) -> {
            if (!there.contains(code)) {
                nodes.add(new FutureNode(code, null, dates.opened(open, line)));
            }
        });
        return nodes;
    }
}
