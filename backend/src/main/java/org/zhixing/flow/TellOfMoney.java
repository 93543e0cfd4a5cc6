package org.zhixing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Masking;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.ledger.Arrivals;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;

/** What people are told of money that arrives (clause 二(二): at once). */
@ApplicationScoped
public class TellOfMoney {
    private final CourtClock clock;

    TellOfMoney(CourtClock clock) {
        this.clock = clock;
    }

    /** To the case's executor; of a closed case to both who handled it, since nobody looks at it any more. */
    Event received(Arrivals.Planned planned, @Nullable String payer) {
        EnforcementCase subject = planned.arrival().subject();
        LocalDate due = planned.due();
        String from = Masking.name(payer);
        Map<String, String> params = new HashMap<>();
        params.put("number", subject.row().number().text());
        params.put("amount", text(planned.receipt().amount()));
        params.put("payer", from == null ? "—" : from);
        params.put("due", due == null ? "—" : due.toString());
        return event(
                "money.received",
                planned.receipt().id(),
                subject,
                params,
                planned.receipt().nodeId());
    }

    Event takenBack(EnforcementCase subject, UUID claim, BigDecimal amount, String reason) {
        Map<String, String> params = new HashMap<>();
        params.put("number", subject.row().number().text());
        params.put("amount", text(amount));
        params.put("reason", reason);
        return event("money.taken-back", claim, subject, params, null);
    }

    private Event event(
            String topic, UUID about, EnforcementCase subject, Map<String, String> params, @Nullable UUID nodeId) {
        UUID executor = subject.executorId();
        List<UUID> people = executor != null && subject.status() == CaseStatus.OPEN
                ? List.of(executor)
                : Stream.of(subject.executorId(), subject.judgeId())
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList();
        return new Event(
                topic,
                topic + ":" + about,
                people,
                nobody(subject, people),
                params,
                subject.id(),
                nodeId,
                clock.today());
    }

    /** A case without handlers falls to whoever must name them. */
    private static List<Event.Circle> nobody(EnforcementCase subject, List<UUID> people) {
        if (!people.isEmpty()) {
            return List.of();
        }
        var team = subject.team();
        return List.of(
                team == null ? new Event.Circle(Roles.TRIAGE, null) : new Event.Circle(Roles.TEAM_LEADER, team.name()));
    }

    static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
