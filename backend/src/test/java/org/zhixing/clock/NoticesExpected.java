package org.zhixing.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who must have been told what, on which day: the regulation read by a person, and none of the application's code. */
final class NoticesExpected {
    /** Rows as {@code node day no late} of the notices given, and as {@code kind node day person} of the inboxes. */
    final List<String> overdue = new ArrayList<>();

    final List<String> slips = new ArrayList<>();
    final List<String> inbox = new ArrayList<>();
    private final Map<String, Integer> perSort = new HashMap<>();

    /** Sorts of nodes, by who answers for them. */
    enum Sort {
        /** One executor's. */
        INTERVIEW("豫0505", "FIRST_INTERVIEW", "EXECUTOR", null, Set.of("executor-fast-1"), Set.of("leader-fast")),
        /** Those of a team who go out: executors and police. */
        QUERY(
                "豫0505",
                "OFFLINE_ASSET_QUERY",
                "AFFAIRS_TEAM",
                "AFFAIRS",
                Set.of("executor-affairs-1", "executor-affairs-2", "police-affairs-1"),
                Set.of("leader-fast", "leader-affairs")),
        /** A desk's. */
        MONEY("豫0505", "DISBURSE", "FUNDS_DESK", null, Set.of("funds"), Set.of("leader-fast")),
        /** Nobody's: whoever must name somebody. */
        NOBODYS("豫0505", "OLD_CASE", "EXECUTOR", null, Set.of("leader-fast"), Set.of("leader-fast")),
        /** Of another court, in which nobody holds the desks. */
        ELSEWHERE("豫0502", "FIRST_INTERVIEW", "EXECUTOR", null, Set.of("wenfeng-executor"), Set.of());

        final String court;
        final String code;
        final String responsible;
        final String responsibleTeam;
        private final Set<String> first;
        private final Set<String> leaders;

        Sort(String court, String code, String responsible, String team, Set<String> first, Set<String> leaders) {
            this.court = court;
            this.code = code;
            this.responsible = responsible;
            this.responsibleTeam = team;
            this.first = first;
            this.leaders = leaders;
        }

        /** Day 1: who answers for it and node control; day 3: the leaders; day 7: the director; day 15: the president. */
        Set<String> told(int dayNo) {
            boolean ours = court.equals("豫0505");
            Set<String> told = new TreeSet<>(first);
            if (ours) {
                told.add("node-control");
            }
            if (dayNo >= 3) {
                told.addAll(leaders);
            }
            if (dayNo >= 7 && ours) {
                told.add("director");
            }
            if (dayNo >= 15) {
                told.add(ours ? "president" : "wenfeng-president");
            }
            return told;
        }
    }

    /** A node late from after its due date, noticed up to and including the other day; answers how many notices. */
    int late(Sort sort, String node, LocalDate due, LocalDate until) {
        List<LocalDate> days = WorkDays.between(due, until);
        for (int i = 0; i < days.size(); i++) {
            overdue.add(row(node, days.get(i), i + 1, due));
            tell("node.overdue", sort, node, days.get(i), i + 1);
        }
        perSort.merge(sort + " " + due, days.size(), Integer::sum);
        return days.size();
    }

    /** A slip unanswered from after its day. */
    void unanswered(Sort sort, String node, LocalDate due, LocalDate until) {
        List<LocalDate> days = WorkDays.between(due, until);
        for (int i = 0; i < days.size(); i++) {
            slips.add(row(node, days.get(i), i + 1, due));
            tell("slip.unanswered", sort, node, days.get(i), i + 1);
        }
    }

    /** Told that it is late no longer: everybody whom its notices up to that number had reached. */
    void cleared(Sort sort, String node, LocalDate on, int notices) {
        tell("node.cleared", sort, node, on, notices);
    }

    void issued(String node, LocalDate on, String person) {
        inbox.add(String.join(" ", "slip.issued", node, on.toString(), person));
    }

    int notices(Sort sort, LocalDate due) {
        return perSort.getOrDefault(sort + " " + due, 0);
    }

    private void tell(String kind, Sort sort, String node, LocalDate day, int dayNo) {
        sort.told(dayNo).forEach(person -> inbox.add(String.join(" ", kind, node, day.toString(), person)));
    }

    private static String row(String node, LocalDate day, int no, LocalDate due) {
        return node + " " + day + " " + no + " " + ChronoUnit.DAYS.between(due, day);
    }
}
