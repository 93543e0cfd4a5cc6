package org.zhixing.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.rules.Chain;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Json;
import org.zhixing.platform.RequestIdFilter;

/**
 * Writes audit rows inside the transaction of what they record. Call it last: it takes the court's chain until commit.
 */
@ApplicationScoped
public class Audit {
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
        Instant now = clock.now();
        String requestId = (String) MDC.get(RequestIdFilter.KEY);
        return rows.lockHead(tx, by.courtId()).chain(head -> {
            List<AuditRows.Link> links = new ArrayList<>(entries.size());
            String previous = head.hash();
            long seq = head.seq();
            for (Entry entry : entries) {
                String detail = json.text(entry.detail());
                seq++;
                String hash = Chain.hash(
                        previous, seq, now, by.personId(), entry.action(), entry.caseId(), entry.subjectId(), detail);
                links.add(new AuditRows.Link(
                        seq,
                        by.courtId(),
                        now,
                        by.personId(),
                        by.name(),
                        entry.action(),
                        entry.caseId(),
                        entry.subjectId(),
                        detail,
                        requestId,
                        previous,
                        hash));
                previous = hash;
            }
            return rows.append(tx, by.courtId(), links);
        });
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

    private static Happened happened(AuditRows.Link link) {
        return new Happened(link.seq(), link.at(), link.actorId(), link.actorName(), link.action(), link.detail());
    }
}
