package org.zhixing.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;

/**
 * Keeps in the trail who looked at money and papers, and who took a list away as a file. A look is an action that ends in
 * {@code .looked}: it is for the auditor, and no case's timeline tells it.
 */
@ApplicationScoped
public class Looks {
    /** Pages are loaded again and again while somebody reads: within it one row is kept of a person and a subject. */
    private static final Duration ONE_LOOK = Duration.ofHours(1);

    /** What does not say what was asked for. */
    private static final Set<String> PAGING = Set.of("cursor", "limit", "format");

    private static final int LONGEST_FILTER = 1_000;

    private final Database database;
    private final AuditRows rows;
    private final Audit audit;
    private final CourtClock clock;

    Looks(Database database, AuditRows rows, Audit audit, CourtClock clock) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** One thing was looked at: of a case, or of the court. */
    public Uni<Void> at(Actor by, Entry look) {
        Instant since = clock.now().minus(ONE_LOOK);
        AuditRows.Look sought =
                new AuditRows.Look(by.courtId(), by.personId(), look.action(), look.caseId(), look.subjectId(), since);
        return rows.looked(database.reading(), sought)
                .chain(known -> known
                        ? Uni.createFrom().voidItem()
                        // A page that opens asks for several things at once: the second of them waits and finds the
                        // first's.
                        : database.inTransaction(tx -> rows.oneAtATime(tx, sought)
                                .chain(() -> rows.looked(tx, sought))
                                .chain(there -> there
                                        ? Uni.createFrom().voidItem()
                                        : audit.write(tx, Audit.by(by), List.of(look)))));
    }

    /**
     * A list was looked at, with what was first asked for. An empty one told nothing.
     *
     * @param caseId where it is of one case
     */
    public Uni<Void> atList(Actor by, String action, @Nullable UUID caseId, UriInfo asked, Page<?> seen) {
        return seen.items().isEmpty()
                ? Uni.createFrom().voidItem()
                : at(by, new Entry(action, caseId, caseId, Map.of("filter", filter(asked))));
    }

    /** A list is taken away as a file: each time, with what was asked for and how many rows it has. */
    public IntFunction<Uni<Void>> takes(Actor by, String action, UriInfo asked) {
        String format = asked.getQueryParameters().getFirst("format");
        return count -> took(
                by,
                new Entry(
                        action,
                        null,
                        null,
                        Map.of("filter", filter(asked), "count", count, "format", format == null ? "csv" : format)));
    }

    /** One thing is taken away as a file: each time. */
    public Uni<Void> took(Actor by, Entry taken) {
        return database.inTransaction(tx -> audit.write(tx, Audit.by(by), List.of(taken)));
    }

    /** {@code status=OPEN&team=FAST}, by name; a code of the timeline's words where nothing was asked for. */
    private static String filter(UriInfo asked) {
        String said = new TreeMap<>(asked.getQueryParameters())
                .entrySet().stream()
                        .filter(each -> !PAGING.contains(each.getKey()))
                        .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + value))
                        .collect(Collectors.joining("&"));
        return said.isEmpty() ? "ALL" : said.substring(0, Math.min(said.length(), LONGEST_FILTER));
    }
}
