package org.zhixing.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Json;
import org.zhixing.platform.RequestIdFilter;

/**
 * Writes audit rows inside the transaction of what they record. It waits for nobody: the rows are sealed afterwards, by
 * {@link Sealing}.
 */
@ApplicationScoped
public class Audit {
    /** In a row's detail: where the request came from. */
    public static final String FROM = "clientAddress";

    private final AuditRows rows;
    private final CourtClock clock;
    private final Json json;

    Audit(AuditRows rows, CourtClock clock, Json json) {
        this.rows = rows;
        this.clock = clock;
        this.json = json;
    }

    /** Who did it, from the caller. */
    public static By by(Actor actor) {
        return new By(actor.courtId(), actor.personId(), actor.name());
    }

    /** Who did it: a person, or the system ({@code personId} null). */
    public record By(int courtId, @Nullable UUID personId, String name) {
        /** The scheduler acting for a court. */
        public static By system(int courtId) {
            return new By(courtId, null, "系统");
        }
    }

    public Uni<Void> write(SqlConnection tx, By by, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<AuditRows.Line> lines = entries.stream()
                .map(entry -> new AuditRows.Line(entry.action(), entry.caseId(), entry.subjectId(), detail(entry)))
                .toList();
        String requestId = (String) MDC.get(RequestIdFilter.KEY);
        return rows.append(tx, by.courtId(), clock.now(), by.personId(), by.name(), requestId, lines);
    }

    /**
     * What is sealed of an entry. Where the request came from stands in the detail, which every row's text has always held:
     * rows from before it are sealed over what they said then. Work that no request has asked for says nothing of it.
     */
    private String detail(Entry entry) {
        String text = json.text(entry.detail());
        String from = (String) MDC.get(RequestIdFilter.ADDRESS);
        return from == null ? text : json.with(text, FROM, from);
    }

    /** Those of the cases in whose trail the person has done that since then. */
    public Uni<Set<UUID>> since(SqlClient client, By by, String action, List<UUID> cases, Instant since) {
        return rows.since(client, new AuditRows.Filter(null, by.personId(), action, since, null), by.courtId(), cases);
    }

    /** Which fields of a case have changed since the version, told from its own trail. */
    public Uni<List<String>> changedSince(SqlClient client, int courtId, UUID caseId, int version) {
        return rows.changedSince(client, courtId, caseId, version);
    }

    /** What happened to a case, newest first; {@code before} is the seq of the last row seen. */
    public Uni<List<Happened>> ofCase(SqlClient client, int courtId, UUID caseId, long before, int limit) {
        return rows.ofCase(client, courtId, caseId, before, limit)
                .map(all -> all.stream().map(Audit::happened).toList());
    }

    /** One row of a timeline; {@code detail} is JSON. */
    public record Happened(
            long seq, Instant at, @Nullable UUID actorId, String actorName, String action, String detail) {}

    private static Happened happened(AuditRow row) {
        return new Happened(row.seq(), row.at(), row.actorId(), row.actorName(), row.action(), row.detail());
    }
}
