package org.zhixing.clock.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a case's nodes become when its team or its need for an auction changes: those that no longer apply are cancelled,
 * new ones opened, the rest go on under the version they were opened with. What is about one thing of the case, such as
 * money it has received, was not opened by filing it and goes on whatever its team.
 */
public record Replan(List<Node> keep, List<Node> cancel, List<PlannedNode> open) {

    public static Replan of(List<Node> present, List<PlannedNode> wanted) {
        Set<NodeCode> applies = wanted.stream().map(PlannedNode::code).collect(Collectors.toSet());
        List<Node> open = present.stream().filter(Node::open).toList();
        Set<NodeCode> there = present.stream()
                .filter(node -> node.cancelledOn() == null)
                .map(Node::code)
                .collect(Collectors.toSet());
        return new Replan(
                open.stream().filter(node -> stays(node, applies)).toList(),
                open.stream().filter(node -> !stays(node, applies)).toList(),
                wanted.stream().filter(plan -> !there.contains(plan.code())).toList());
    }

    private static boolean stays(Node node, Set<NodeCode> applies) {
        return node.subjectId() != null || applies.contains(node.code());
    }
}
