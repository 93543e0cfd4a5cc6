package org.zhixing.supervise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhixing.audit.Entry;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Escalation;
import org.zhixing.clock.rules.EscalationStep;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NoticeAudience;
import org.zhixing.clock.rules.NoticeSchedule;
import org.zhixing.clock.rules.NoticeTarget;
import org.zhixing.notice.rules.Event;
import org.zhixing.supervise.rules.Slip;
import org.zhixing.supervise.store.LateSlipRows.Advance;
import org.zhixing.supervise.store.LateSlipRows.Notice;

/** What a batch of unanswered slips is owed, ready to be written. {@code firsts} shows on each case's timeline once. */
record OwedSlipNotices(List<Notice> notices, List<Event> events, List<Advance> advances, List<Entry> firsts) {
    /** Days of one slip in one transaction; after a long outage it comes round again for the rest. */
    static final int DAYS_AT_ONCE = 10;

    private static final String TOPIC = "slip.unanswered";

    static OwedSlipNotices of(
            List<Slip> slips,
            Map<UUID, Node> nodes,
            Map<UUID, LocalDate> lastDays,
            Nodes.Rulebook rulebook,
            LocalDate today) {
        OwedSlipNotices all =
                new OwedSlipNotices(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Slip slip : slips) {
            Node node = Objects.requireNonNull(nodes.get(slip.nodeId()));
            NoticeSchedule.Owed owed = new NoticeSchedule(
                            slip.answerDue(), slip.nextNoticeOn(), lastDays.get(slip.id()), slip.noticeCount())
                    .owed(today, rulebook.calendar(), DAYS_AT_ONCE);
            all.add(slip, node, owed, rulebook.version(node.policyVersion()).escalation());
        }
        return all;
    }

    /** True if a slip's outage was longer than one transaction makes up for. */
    boolean owesMore(LocalDate today) {
        return advances.stream().anyMatch(advance -> !advance.nextOn().isAfter(today));
    }

    private void add(Slip slip, Node node, NoticeSchedule.Owed owed, List<EscalationStep> ladder) {
        for (NoticeSchedule.Notice day : owed.notices()) {
            notices.add(new Notice(slip.courtId(), slip.id(), day.forDay(), day.dayNo(), day.daysLate()));
            events.add(event(slip, node, day, Escalation.audience(ladder, day.dayNo())));
            if (day.dayNo() == 1) {
                firsts.add(new Entry(TOPIC, slip.caseId(), slip.id(), params(slip, node, day)));
            }
        }
        advances.add(new Advance(slip.id(), owed.nextOn(), owed.notices().size()));
    }

    private static Event event(Slip slip, Node node, NoticeSchedule.Notice day, Set<NoticeTarget> targets) {
        NoticeAudience audience = NoticeAudience.of(node, targets);
        return new Event(
                TOPIC,
                TOPIC + ":" + slip.id() + ":" + day.forDay(),
                audience.people(),
                audience.circles(),
                params(slip, node, day),
                slip.caseId(),
                slip.nodeId(),
                day.forDay());
    }

    private static Map<String, String> params(Slip slip, Node node, NoticeSchedule.Notice day) {
        Map<String, String> params = new TreeMap<>();
        params.put("number", slip.caseNumber());
        params.put("slip", slip.number().text());
        params.put("node", node.code().name());
        params.put("due", slip.answerDue().toString());
        params.put("days", Integer.toString(day.daysLate()));
        params.put("day", Integer.toString(day.dayNo()));
        return params;
    }
}
