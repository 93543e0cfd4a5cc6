package org.zhixing.paper.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.ServiceManner;
import org.zhixing.paper.rules.Serving;
import org.zhixing.platform.Database;

/** Rows of what was served. */
@ApplicationScoped
public class ServingRows {
    public Uni<Integer> insert(SqlConnection tx, Paper paper, Serving s, @Nullable UUID suspension, Instant at) {
        return Database.execute(
                tx,
                "insert into paper_serving (id, court_id, case_id, paper_id, recipient, manner, on_day, served_on, proof,"
                        + " note, suspension_id, recorded_by, recorded_at)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                s.id(),
                paper.courtId(),
                paper.of().id(),
                paper.id(),
                s.recipient(),
                s.manner().name(),
                s.on(),
                s.servedOn(),
                s.proof(),
                s.note(),
                suspension,
                s.recordedBy(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** By paper, oldest first. */
    public Uni<Map<UUID, List<Serving>>> of(SqlClient client, int courtId, List<UUID> papers) {
        return Database.list(
                        client,
                        "select id, paper_id, recipient, manner, on_day, served_on, proof, note, recorded_by"
                                + " from paper_serving where court_id = $1 and paper_id = any ($2) order by id",
                        row -> new Serving(
                                row.getUUID(0),
                                row.getUUID(1),
                                row.getString(2),
                                ServiceManner.valueOf(row.getString(3)),
                                row.getLocalDate(4),
                                row.getLocalDate(5),
                                row.getUUID(6),
                                row.getString(7),
                                row.getUUID(8)),
                        courtId,
                        papers.toArray(UUID[]::new))
                .map(all -> all.stream().collect(Collectors.groupingBy(Serving::paperId)));
    }

    /** Whether a paper of that kind is held served on that party on the day. */
    public Uni<Boolean> served(
            SqlClient client, int courtId, UUID caseId, String kind, String recipient, LocalDate on) {
        return Database.first(
                        client,
                        "select exists (select from paper_serving s join paper p on p.id = s.paper_id"
                                + " where s.court_id = $1 and s.case_id = $2 and p.kind = $3 and s.recipient = $4"
                                + " and s.served_on <= $5)",
                        row -> row.getBoolean(0),
                        courtId,
                        caseId,
                        kind,
                        recipient,
                        on)
                .map(found -> found.orElse(false));
    }
}
