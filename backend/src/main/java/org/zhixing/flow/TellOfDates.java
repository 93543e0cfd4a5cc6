package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.Extension;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;

/** Tells of suspensions and extensions: to the people they wait for or concern, and to the audit trail, which is last. */
@ApplicationScoped
public class TellOfDates {
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;

    TellOfDates(Outbox outbox, Audit audit, CourtClock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** To those who decide. */
    Uni<Void> asked(SqlConnection tx, Actor by, CaseSuspension s) {
        List<Event.Circle> deciders =
                List.of(new Event.Circle(Roles.DIRECTOR, null), new Event.Circle(Roles.PRESIDENT, null));
        return put(tx, "suspension.asked", s, List.of(), deciders)
                .chain(() -> write(tx, by, entry("suspension.asked", s), List.of()));
    }

    /** To whoever asked, to the handlers, and to node control, which watches the dates that moved. */
    Uni<Void> decided(
            SqlConnection tx, Actor by, CaseFile.Open open, CaseSuspension s, String action, List<Entry> moved) {
        List<Event.Circle> watchers = s.status() == CaseSuspension.Status.REFUSED
                ? List.of()
                : List.of(new Event.Circle(Roles.NODE_CONTROL, null));
        return put(tx, action, s, people(open.subject(), s.askedBy()), watchers)
                .chain(() -> write(tx, by, entry(action, s), moved));
    }

    Uni<Void> asked(SqlConnection tx, Actor by, Extension e) {
        return put(tx, "extension.asked", e, List.of(), List.of(new Event.Circle(Roles.PRESIDENT, null)))
                .chain(() -> write(tx, by, entry("extension.asked", e), List.of()));
    }

    Uni<Void> decided(SqlConnection tx, Actor by, CaseFile.Open open, Extension e, List<Entry> moved) {
        boolean approved = e.status() == Extension.Status.APPROVED;
        String action = approved ? "extension.approved" : "extension.refused";
        List<Event.Circle> watchers = approved ? List.of(new Event.Circle(Roles.NODE_CONTROL, null)) : List.of();
        return put(tx, action, e, people(open.subject(), e.askedBy()), watchers)
                .chain(() -> write(tx, by, entry(action, e), moved));
    }

    private Uni<Integer> put(
            SqlConnection tx, String topic, CaseSuspension s, List<UUID> people, List<Event.Circle> circles) {
        Map<String, String> params = new HashMap<>();
        params.put("number", s.caseNumber());
        params.put("suspension", s.reason().name());
        params.put("from", s.from().toString());
        params.put("resume", day(s.resume()));
        params.put("reason", why(s));
        // An end may be corrected: every version of it is told of once.
        return put(
                tx,
                s.courtId(),
                topic,
                topic + ":" + s.id() + ":" + s.version(),
                people,
                circles,
                params,
                s.caseId(),
                null);
    }

    private Uni<Integer> put(
            SqlConnection tx, String topic, Extension e, List<UUID> people, List<Event.Circle> circles) {
        Map<String, String> params = new HashMap<>();
        params.put("number", e.caseNumber());
        params.put("closing", e.code().name());
        params.put("days", Integer.toString(e.days()));
        LocalDate due = e.dueAfter();
        params.put("due", due == null ? "—" : due.toString());
        CaseSuspension.Act decided = e.decided();
        String why = decided == null ? e.reason() : decided.reason();
        params.put("reason", why == null ? e.reason() : why);
        return put(tx, e.courtId(), topic, topic + ":" + e.id(), people, circles, params, e.caseId(), e.nodeId());
    }

    private Uni<Integer> put(
            SqlConnection tx,
            int courtId,
            String topic,
            String key,
            List<UUID> people,
            List<Event.Circle> circles,
            Map<String, String> params,
            UUID caseId,
            @Nullable UUID nodeId) {
        return outbox.put(
                tx, courtId, List.of(new Event(topic, key, people, circles, params, caseId, nodeId, clock.today())));
    }

    private Uni<Void> write(SqlConnection tx, Actor by, Entry first, List<Entry> more) {
        List<Entry> all = new ArrayList<>();
        all.add(first);
        all.addAll(more);
        return audit.write(tx, Audit.by(by), all);
    }

    private static Entry entry(String action, CaseSuspension s) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("suspension", s.reason().name());
        detail.put("from", s.from().toString());
        LocalDate resume = s.resume();
        detail.put("resume", MoveDates.text(resume == null ? Due.NEVER : resume));
        detail.put("reason", why(s));
        return new Entry(action, s.caseId(), s.id(), detail);
    }

    private static Entry entry(String action, Extension e) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("code", e.code().name());
        detail.put("days", e.days());
        LocalDate due = e.dueAfter();
        detail.put("due", MoveDates.text(due == null ? Due.NEVER : due));
        CaseSuspension.Act decided = e.decided();
        String why = decided == null ? null : decided.reason();
        detail.put("reason", why == null ? e.reason() : why);
        return new Entry(action, e.caseId(), e.id(), detail);
    }

    private static String why(CaseSuspension s) {
        CaseSuspension.Act last = s.cancelled() == null ? s.decided() : s.cancelled();
        String why = last == null ? null : last.reason();
        return why == null ? s.note() : why;
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "—" : date.toString();
    }

    private static List<UUID> people(EnforcementCase subject, UUID asker) {
        Set<UUID> people = new LinkedHashSet<>();
        people.add(asker);
        for (UUID handler : new UUID[] {subject.judgeId(), subject.executorId()}) {
            if (handler != null) {
                people.add(handler);
            }
        }
        return List.copyOf(people);
    }
}
