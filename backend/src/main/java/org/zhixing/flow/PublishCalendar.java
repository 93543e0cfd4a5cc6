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
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.SeenCalendar;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.clock.rules.Node;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/**
 * Publishes a year's calendar, or corrects one, and counts anew the open nodes in whose dates the year has a say (§3.1
 * rule 7). It is one transaction: nobody dates a node by the old calendar meanwhile, and a failure leaves all as it was.
 */
@ApplicationScoped
public class PublishCalendar {
    /** Cases looked through at a time, to bound memory and not the work. */
    private static final int BATCH = 500;

    private final Database database;
    private final Nodes nodes;
    private final Cases cases;
    private final Audit audit;
    private final SeenCalendar seen;
    private final CourtClock clock;

    PublishCalendar(Database database, Nodes nodes, Cases cases, Audit audit, SeenCalendar seen, CourtClock clock) {
        this.database = database;
        this.nodes = nodes;
        this.cases = cases;
        this.audit = audit;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * What publishing did.
     *
     * @param moved open nodes whose due date moved
     * @param confirmed open nodes whose provisional date is now certain and the same
     */
    public record Published(CalendarYear year, int moved, int confirmed) {}

    public Uni<Published> publish(Actor by, CalendarYear year) {
        return database.inTransaction(tx -> publish(tx, by, year)).call(() -> seen.forget(by.courtId()));
    }

    /** In the caller's transaction, whose last rows are this act's; {@link SeenCalendar} is to be told after it. */
    Uni<Published> publish(SqlConnection tx, Actor by, CalendarYear year) {
        return nodes.saveYear(tx, by, year)
                .chain(() -> nodes.rulebook(tx, by.courtId()))
                .chain(rulebook -> {
                    Recount recount = new Recount(tx, by.courtId(), year.year(), rulebook);
                    return recount.from(new UUID(0, 0)).chain(() -> finish(tx, by, year, recount));
                });
    }

    private Uni<Published> finish(SqlConnection tx, Actor by, CalendarYear year, Recount recount) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("year", year.year());
        detail.put("holidays", year.holidays().size());
        detail.put("workdays", year.workdays().size());
        detail.put("moved", recount.timeline.size());
        detail.put("confirmed", recount.confirmed);
        int moved = recount.timeline.size();
        recount.timeline.add(new Entry("calendar.published", null, null, detail));
        return audit.write(tx, new Audit.By(by.courtId(), by.personId(), by.name()), recount.timeline)
                .replaceWith(new Published(year, moved, recount.confirmed));
    }

    /** Goes through the cases in the order of their ids; each case is locked before its nodes. */
    private final class Recount {
        private final SqlConnection tx;
        private final int courtId;
        private final int year;
        private final Nodes.Rulebook rulebook;
        private final LocalDate today = clock.today();
        private final List<Entry> timeline = new ArrayList<>();
        private int confirmed;

        Recount(SqlConnection tx, int courtId, int year, Nodes.Rulebook rulebook) {
            this.tx = tx;
            this.courtId = courtId;
            this.year = year;
            this.rulebook = rulebook;
        }

        Uni<Void> from(UUID after) {
            return nodes.casesTouching(tx, courtId, year, after, BATCH)
                    .chain(found -> found.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : batch(found).chain(() -> from(found.get(found.size() - 1))));
        }

        private Uni<Integer> batch(List<UUID> caseIds) {
            return cases.lockAll(tx, courtId, caseIds)
                    .chain(() -> nodes.lockOpen(tx, courtId, caseIds))
                    .map(this::recounted)
                    .chain(changed -> nodes.update(tx, changed))
                    .chain(() -> nodes.refreshNextDue(tx, caseIds));
        }

        private List<Node> recounted(List<Node> open) {
            List<Node> changed = new ArrayList<>();
            for (Node node : open) {
                Node anew = rulebook.recounted(node, today);
                if (!anew.equals(node)) {
                    changed.add(anew);
                    note(node, anew);
                }
            }
            return changed;
        }

        private void note(Node node, Node anew) {
            if (anew.dueOn().equals(node.dueOn())) {
                confirmed += node.provisional() && !anew.provisional() ? 1 : 0;
                return;
            }
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("code", node.code());
            detail.put("from", node.dueOn());
            detail.put("to", anew.dueOn());
            detail.put("year", year);
            detail.put("provisional", anew.provisional());
            timeline.add(new Entry("node.redated", node.caseId(), node.id(), detail));
        }
    }
}
