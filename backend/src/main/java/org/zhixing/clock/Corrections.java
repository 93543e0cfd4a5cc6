package org.zhixing.clock;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhixing.audit.Entry;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.Pauses;
import org.zhixing.clock.store.SweepRows;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.Retraction;
import org.zhixing.notice.rules.Event;

/**
 * Clears nodes that were notified as overdue and, counted anew, are not: everybody whom a notice of theirs had reached is
 * told so, once, and notices not delivered yet are withdrawn.
 */
@ApplicationScoped
public class Corrections {
    private static final String CLEARED = "node.cleared";
    private static final String VOID = "node.void";

    private final SweepRows rows;
    private final Retraction retraction;
    private final Outbox outbox;

    Corrections(SweepRows rows, Retraction retraction, Outbox outbox) {
        this.rows = rows;
        this.retraction = retraction;
        this.outbox = outbox;
    }

    /** A node before and after it was counted anew. */
    public record Moved(Node before, Node after) {
        /** Whether its due date is another. */
        public boolean redated() {
            return !before.dueOn().equals(after.dueOn());
        }
    }

    /** Tells of those that are late no longer; answers the audit entries that say so, to be written last. */
    public Uni<List<Entry>> clear(SqlConnection tx, List<Moved> moved, LocalDate today) {
        return correct(
                tx,
                CLEARED,
                moved.stream()
                        .filter(each -> each.after().clearedFrom(each.before()))
                        .map(Moved::after)
                        .toList(),
                today);
    }

    /** The same of nodes that are cancelled since they should never have run: whoever was told that they are late. */
    public Uni<List<Entry>> withdraw(SqlConnection tx, List<Node> cancelled, LocalDate today) {
        return correct(
                tx,
                VOID,
                cancelled.stream().filter(node -> node.noticeCount() > 0).toList(),
                today);
    }

    private Uni<List<Entry>> correct(SqlConnection tx, String topic, List<Node> told, LocalDate today) {
        return told.isEmpty()
                ? Uni.createFrom().item(List.of())
                : rows.ladderDays(tx, told.stream().map(Node::id).toList()).chain(days -> Multi.createFrom()
                        .iterable(told)
                        .onItem()
                        .transformToUniAndConcatenate(
                                node -> correct(tx, topic, node, days.getOrDefault(node.id(), List.of()), today))
                        .collect()
                        .asList());
    }

    private Uni<Entry> correct(SqlConnection tx, String topic, Node node, List<LocalDate> days, LocalDate today) {
        List<String> keys =
                days.stream().map(day -> OwedNotices.key(node.id(), day)).toList();
        return retraction
                .of(tx, keys)
                .chain(reached -> reached.isEmpty()
                        ? Uni.createFrom().item(0)
                        : outbox.put(tx, node.courtId(), List.of(event(topic, node, reached, days.get(0), today))))
                .replaceWith(() -> {
                    Map<String, Object> detail = new HashMap<>();
                    detail.put("code", node.code().name());
                    detail.put("notices", days.size());
                    return new Entry(topic, node.caseId(), node.id(), detail);
                });
    }

    /** One ladder of notices is taken back at most once: its first day is in the key. */
    private static Event event(String topic, Node node, List<UUID> reached, LocalDate first, LocalDate today) {
        Map<String, String> params = new HashMap<>();
        params.put("number", node.caseNumber());
        params.put("node", node.code().name());
        LocalDate due = Pauses.known(node.dueOn());
        if (due != null && topic.equals(CLEARED)) {
            params.put("due", due.toString());
        }
        return new Event(
                topic,
                "cleared:" + node.id() + ":" + first,
                reached,
                List.of(),
                params,
                node.caseId(),
                node.id(),
                today);
    }
}
