package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.zhixing.audit.Entry;
import org.zhixing.clock.Corrections;
import org.zhixing.clock.Corrections.Moved;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.CourtClock;

/** Counts nodes of a case anew: their rows, the case's next date and the corrections people are owed, at once. */
@ApplicationScoped
public class MoveDates {
    /** How the timeline names a due date that nobody knows yet. */
    private static final String WAITS = "WAITS";

    private final Nodes nodes;
    private final Corrections corrections;
    private final CourtClock clock;

    MoveDates(Nodes nodes, Corrections corrections, CourtClock clock) {
        this.nodes = nodes;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** What became of every node of the case that was not cancelled, and the audit entries to be written last. */
    public record Done(List<Moved> all, List<Entry> entries) {}

    /** Counts the nodes of the case, which the caller has locked, by the given rule. */
    public Uni<Done> of(SqlConnection tx, int courtId, UUID caseId, UnaryOperator<Node> anew) {
        LocalDate today = clock.today();
        return nodes.lockOfCase(tx, courtId, caseId).chain(present -> {
            List<Moved> all = present.stream()
                    .map(node -> new Moved(node, anew.apply(node)))
                    .toList();
            List<Moved> changed = all.stream()
                    .filter(each -> !each.after().equals(each.before()))
                    .toList();
            return nodes.update(tx, changed.stream().map(Moved::after).toList())
                    .chain(() -> nodes.refreshNextDue(tx, List.of(caseId)))
                    .chain(() -> corrections.clear(tx, changed, today))
                    .map(cleared -> new Done(all, entries(changed, cleared)));
        });
    }

    private static List<Entry> entries(List<Moved> changed, List<Entry> cleared) {
        List<Entry> entries = new ArrayList<>();
        changed.stream().filter(Moved::redated).map(MoveDates::redated).forEach(entries::add);
        entries.addAll(cleared);
        return entries;
    }

    /** How a due date stands on the timeline. */
    static String text(LocalDate due) {
        return due.equals(Due.NEVER) ? WAITS : due.toString();
    }

    private static Entry redated(Moved moved) {
        Node node = moved.after();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("code", node.code().name());
        detail.put("from", text(moved.before().dueOn()));
        detail.put("to", text(node.dueOn()));
        detail.put("provisional", node.provisional());
        return new Entry("node.redated", node.caseId(), node.id(), detail);
    }
}
