package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;

/**
 * What a draft would do to the court's open cases, had they all been opened under it.
 *
 * @param cases open cases looked at
 * @param nodes their open nodes
 * @param byHand cases that a person put where they are, which no triage rule moves
 */
public record Simulation(
        long cases,
        long nodes,
        long byHand,
        Resorted resorted,
        Redated redated,
        Overdue overdue,
        List<PerNode> byNode) {

    /** Cases that would be in another team. */
    public record Resorted(long count, List<Move> moves, List<ResortedCase> examples) {}

    /** How many would go from one team to another; null is "the desk decides". */
    public record Move(@Nullable Team from, @Nullable Team to, long count) {}

    /** A case that would be in another team. */
    public record ResortedCase(
            UUID caseId,
            String number,
            @Nullable Team from,
            @Nullable Team to) {}

    /**
     * Nodes that would be due on another day.
     *
     * @param added nodes that the draft would have opened beside the present ones
     * @param removed open nodes that it would not have opened
     */
    public record Redated(long count, long earlier, long later, long added, long removed, List<RedatedNode> examples) {}

    /** What would become of a node. */
    public enum NodeChange {
        EARLIER,
        LATER,
        ADDED,
        REMOVED
    }

    /**
     * A node that would be due on another day, or not there before or after.
     *
     * @param before null if it is not there, or nobody knows yet when it is due; {@code after} the same
     */
    public record RedatedNode(
            UUID caseId,
            String number,
            NodeCode code,
            NodeChange change,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    /** Open nodes past their due date today. */
    public record Overdue(long before, long after) {}

    /** The same numbers for the nodes of one code. */
    public record PerNode(
            NodeCode code,
            long nodes,
            long earlier,
            long later,
            long added,
            long removed,
            long overdueBefore,
            long overdueAfter) {}
}
