package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhixing.clock.rules.ClockWarning.Code;
import org.zhixing.clock.rules.ClockWarning.Way;

/** Sets the court's own closing period beside the statutory one, and warns where they pull apart. */
public final class ClockWarnings {
    private static final String TERMINATION = "法〔2016〕373号第1条";
    private static final int MONTHS_BEFORE_TERMINATION = 3;
    private static final int NEAR_DAYS = 7;
    private static final Set<NodeCode> HOUSE = EnumSet.of(NodeCode.CLOSE_FAST, NodeCode.CLOSE_ORDINARY);

    private ClockWarnings() {}

    /**
     * What is asked about.
     *
     * @param filedOn the court date of filing
     * @param mayTransfer whether a transfer to the ordinary team may still be asked
     */
    public record Subject(LocalDate filedOn, boolean mayTransfer, List<Node> nodes) {}

    /** The warnings of an open case on that day, the gravest first. */
    public static List<ClockWarning> of(Subject subject, LocalDate today) {
        List<ClockWarning> warnings = new ArrayList<>();
        Optional<Node> house = open(subject, HOUSE);
        Optional<Node> statute = open(subject, EnumSet.of(NodeCode.CLOSE_STATUTORY));
        house.ifPresent(h -> statute.ifPresent(s -> apart(h, s, today, warnings)));
        house.ifPresent(h -> termination(subject, h, today, warnings));
        for (Node node : subject.nodes()) {
            if (node.open() && Extension.suits(node)) {
                waiting(node, warnings);
                lastDay(node, today, warnings);
            }
        }
        return warnings;
    }

    /** The first day on which 终本 may be made: more than three months after filing (法〔2016〕373号 art. 1). */
    public static LocalDate terminationFrom(LocalDate filedOn) {
        return filedOn.plusMonths(MONTHS_BEFORE_TERMINATION).plusDays(1);
    }

    private static void termination(Subject subject, Node house, LocalDate today, List<ClockWarning> warnings) {
        LocalDate lawful = terminationFrom(subject.filedOn());
        if (!house.dueOn().isBefore(lawful) || !today.isBefore(lawful)) {
            return;
        }
        List<Way> ways = new ArrayList<>(List.of(Way.COMPLETE, Way.TERMINATE));
        if (subject.mayTransfer()) {
            ways.add(Way.TRANSFER);
        }
        ways.add(Way.SUSPEND);
        if (Extension.inTime(house, today)) {
            ways.add(Way.EXTEND);
        }
        warnings.add(new ClockWarning(
                Code.TERMINATION_TOO_EARLY,
                TERMINATION,
                Map.of("node", house.code().name(), "house", text(house.dueOn()), "lawfulFrom", text(lawful)),
                ways));
    }

    private static void apart(Node house, Node statute, LocalDate today, List<ClockWarning> warnings) {
        if (house.dueOn().equals(Due.NEVER) || statute.dueOn().equals(Due.NEVER)) {
            return;
        }
        Map<String, String> params =
                Map.of("node", house.code().name(), "house", text(house.dueOn()), "statute", text(statute.dueOn()));
        if (house.dueOn().isAfter(statute.dueOn())) {
            List<Way> ways = Extension.inTime(statute, today)
                    ? List.of(Way.COMPLETE, Way.EXTEND)
                    : List.of(Way.COMPLETE, Way.TERMINATE, Way.SUSPEND);
            warnings.add(new ClockWarning(Code.HOUSE_AFTER_STATUTE, Extension.CLAUSE, params, ways));
        } else if (today.isAfter(house.dueOn()) && !today.isAfter(statute.dueOn())) {
            warnings.add(new ClockWarning(
                    Code.HOUSE_LATE_STATUTE_RUNS,
                    house.clause(),
                    params,
                    List.of(Way.COMPLETE, Way.TERMINATE, Way.SUSPEND)));
        }
    }

    private static void waiting(Node node, List<ClockWarning> warnings) {
        if (node.dueOn().equals(Due.NEVER)) {
            node.pauses().stream()
                    .filter(Suspension::endless)
                    .forEach(pause -> warnings.add(new ClockWarning(
                            Code.NO_RESUMPTION,
                            SuspensionReason.SUSPENSION.clause(),
                            Map.of("node", node.code().name(), "since", text(pause.from())),
                            List.of(Way.RESUME))));
        }
    }

    private static void lastDay(Node node, LocalDate today, List<ClockWarning> warnings) {
        if (!Extension.inTime(node, today)) {
            return;
        }
        LocalDate lastDay = Extension.lastDay(node.dueOn());
        if (!today.isBefore(lastDay.minusDays(NEAR_DAYS))) {
            warnings.add(new ClockWarning(
                    Code.EXTENSION_SOON_TOO_LATE,
                    Extension.CLAUSE,
                    Map.of("node", node.code().name(), "due", text(node.dueOn()), "lastDay", text(lastDay)),
                    List.of(Way.COMPLETE, Way.EXTEND)));
        }
    }

    private static Optional<Node> open(Subject subject, Set<NodeCode> codes) {
        return subject.nodes().stream()
                .filter(node -> node.open() && codes.contains(node.code()))
                .findFirst();
    }

    private static String text(LocalDate date) {
        return date.toString();
    }
}
