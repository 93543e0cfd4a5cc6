package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.policy.rules.Simulation.Move;
import org.zhixing.policy.rules.Simulation.NodeChange;

/** Adds up a simulation case by case; it keeps numbers and a few examples, however many cases there are. */
public final class SimulationTally {

    /** Examples of each kind that are kept. */
    public static final int EXAMPLES = 50;

    private final Outlook outlook;
    private final LocalDate today;
    private final Map<Move, Long> moves = new HashMap<>();
    private final Map<NodeCode, Sums> sums = new EnumMap<>(NodeCode.class);
    private final List<Simulation.ResortedCase> resorted = new ArrayList<>();
    private final List<Simulation.RedatedNode> redated = new ArrayList<>();
    private long cases;
    private long byHand;

    /** @param today the court date on which a node is overdue or not */
    public SimulationTally(Outlook outlook, LocalDate today) {
        this.outlook = outlook;
        this.today = today;
    }

    private static final class Sums {
        private long nodes;
        private long overdueBefore;
        private long overdueAfter;
        private final Map<NodeChange, Long> changes = new EnumMap<>(NodeChange.class);

        private long of(NodeChange change) {
            return changes.getOrDefault(change, 0L);
        }
    }

    public void add(OpenCase open) {
        Outlook.Future future = outlook.of(open);
        cases++;
        byHand += future.byHand() ? 1 : 0;
        if (future.team() != open.team()) {
            moved(open, open.team(), future.team());
        }
        for (Outlook.FutureNode node : future.nodes()) {
            count(open, node, sums.computeIfAbsent(node.code(), code -> new Sums()));
        }
    }

    private void moved(OpenCase open, @Nullable Team from, @Nullable Team to) {
        moves.merge(new Move(from, to, 0), 1L, Long::sum);
        if (resorted.size() < EXAMPLES) {
            resorted.add(new Simulation.ResortedCase(open.id(), open.number(), from, to));
        }
    }

    private void count(OpenCase open, Outlook.FutureNode node, Sums sum) {
        LocalDate before = node.before();
        LocalDate after = node.after();
        sum.nodes += before == null ? 0 : 1;
        sum.overdueBefore += before != null && before.isBefore(today) ? 1 : 0;
        sum.overdueAfter += after != null && after.isBefore(today) ? 1 : 0;
        NodeChange change = change(before, after);
        if (change == null) {
            return;
        }
        sum.changes.merge(change, 1L, Long::sum);
        if (redated.size() < EXAMPLES) {
            redated.add(new Simulation.RedatedNode(
                    open.id(), open.number(), node.code(), change, known(before), known(after)));
        }
    }

    private static @Nullable NodeChange change(@Nullable LocalDate before, @Nullable LocalDate after) {
        if (before == null || after == null) {
            return before == null ? NodeChange.ADDED : NodeChange.REMOVED;
        }
        int way = after.compareTo(before);
        return way == 0 ? null : way < 0 ? NodeChange.EARLIER : NodeChange.LATER;
    }

    private static @Nullable LocalDate known(@Nullable LocalDate due) {
        return due == null ? null : Pauses.known(due);
    }

    public Simulation result() {
        List<Simulation.PerNode> byNode = sums.entrySet().stream()
                .map(each -> perNode(each.getKey(), each.getValue()))
                .toList();
        List<Move> flows = moves.entrySet().stream()
                .map(each -> new Move(each.getKey().from(), each.getKey().to(), each.getValue()))
                .sorted(Comparator.comparingLong(Move::count).reversed())
                .toList();
        long earlier = total(byNode, Simulation.PerNode::earlier);
        long later = total(byNode, Simulation.PerNode::later);
        return new Simulation(
                cases,
                total(byNode, Simulation.PerNode::nodes),
                byHand,
                new Simulation.Resorted(flows.stream().mapToLong(Move::count).sum(), flows, List.copyOf(resorted)),
                new Simulation.Redated(
                        earlier + later,
                        earlier,
                        later,
                        total(byNode, Simulation.PerNode::added),
                        total(byNode, Simulation.PerNode::removed),
                        List.copyOf(redated)),
                new Simulation.Overdue(
                        total(byNode, Simulation.PerNode::overdueBefore),
                        total(byNode, Simulation.PerNode::overdueAfter)),
                byNode);
    }

    private static Simulation.PerNode perNode(NodeCode code, Sums sum) {
        return new Simulation.PerNode(
                code,
                sum.nodes,
                sum.of(NodeChange.EARLIER),
                sum.of(NodeChange.LATER),
                sum.of(NodeChange.ADDED),
                sum.of(NodeChange.REMOVED),
                sum.overdueBefore,
                sum.overdueAfter);
    }

    private static long total(List<Simulation.PerNode> all, ToLongFunction<Simulation.PerNode> number) {
        return all.stream().mapToLong(number).sum();
    }
}
