package org.zhixing.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhixing.audit.Entry;
import org.zhixing.clock.rules.Escalation;
import org.zhixing.clock.rules.EscalationStep;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NoticeAudience;
import org.zhixing.clock.rules.NoticeSchedule;
import org.zhixing.clock.rules.NoticeTarget;
import org.zhixing.clock.store.SweepRows.Advance;
import org.zhixing.clock.store.SweepRows.Notice;
import org.zhixing.notice.rules.Event;

/** What a batch of overdue nodes is owed, ready to be written. {@code firsts} shows on each case's timeline once. */
record OwedNotices(List<Notice> notices, List<Event> events, List<Advance> advances, List<Entry> firsts) {
    /** Days of one node in one transaction; after a long outage the node comes round again for the rest. */
    static final int DAYS_AT_ONCE = 10;

    private static final String TOPIC = "node.overdue";

    static OwedNotices of(List<Node> nodes, Map<UUID, LocalDate> lastDays, Nodes.Rulebook rulebook, LocalDate today) {
        OwedNotices all = new OwedNotices(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Node node : nodes) {
            all.add(node, lastDays, rulebook, today);
        }
        return all;
    }

    /** True if a node's outage was longer than one transaction makes up for. */
    boolean owesMore(LocalDate today) {
        return advances.stream().anyMatch(advance -> !advance.nextOn().isAfter(today));
    }

    private void add(Node node, Map<UUID, LocalDate> lastDays, Nodes.Rulebook rulebook, LocalDate today) {
        NoticeSchedule schedule =
                new NoticeSchedule(node.dueOn(), node.nextNoticeOn(), lastDays.get(node.id()), node.noticeCount());
        NoticeSchedule.Owed owed = schedule.owed(today, rulebook.calendar(), DAYS_AT_ONCE);
        List<EscalationStep> ladder = rulebook.version(node.policyVersion()).escalation();
        for (NoticeSchedule.Notice day : owed.notices()) {
            notices.add(new Notice(node.courtId(), node.id(), day.forDay(), day.dayNo(), day.daysLate()));
            events.add(event(node, day, Escalation.audience(ladder, day.dayNo())));
            if (day.dayNo() == 1) {
                Map<String, String> detail = detail(node, day);
                detail.put("code", node.code().name());
                firsts.add(new Entry(TOPIC, node.caseId(), node.id(), detail));
            }
        }
        advances.add(new Advance(node.id(), owed.nextOn(), owed.notices().size()));
    }

    private static Event event(Node node, NoticeSchedule.Notice day, Set<NoticeTarget> targets) {
        NoticeAudience audience = NoticeAudience.of(node, targets);
        Map<String, String> params = detail(node, day);
        params.put("number", node.caseNumber());
        params.put("node", node.code().name());
        params.put("day", Integer.toString(day.dayNo()));
        return new Event(
                TOPIC,
                key(node.id(), day.forDay()),
                audience.people(),
                audience.circles(),
                params,
                node.caseId(),
                node.id(),
                day.forDay());
    }

    /** Under which the notice of a node and a working day goes out, once. */
    static String key(UUID node, LocalDate forDay) {
        return "overdue:" + node + ":" + forDay;
    }

    private static Map<String, String> detail(Node node, NoticeSchedule.Notice day) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("clause", node.clause());
        detail.put("due", node.dueOn().toString());
        detail.put("days", Integer.toString(day.daysLate()));
        return detail;
    }
}
