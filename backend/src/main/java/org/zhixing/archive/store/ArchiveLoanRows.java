package org.zhixing.archive.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.archive.rules.ArchiveLoan;
import org.zhixing.archive.rules.Lent;
import org.zhixing.archive.rules.LoanKind;
import org.zhixing.archive.rules.LoanStatus;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;

/** Rows of archive loans, each with its case as it stands today. */
@ApplicationScoped
public class ArchiveLoanRows {
    private static final String SELECT = """
            select l.id, l.court_id, l.case_id, c.number, c.judge_id, c.executor_id, l.kind, l.reason, l.until_on,
                l.outside_body, l.outside_person, l.outside_letter, l.status, l.asked_by, l.asked_on, l.decided_by,
                l.decided_on, l.decision_reason, l.ended_by, l.ended_on, l.version
            from archive_loan l join enforcement_case c on c.id = l.case_id
            """;

    /**
     * Whose and which loans are looked for.
     *
     * @param own only the person's own
     * @param waiting only what others asked for and nobody decided
     * @param after the last one seen
     */
    public record Looked(
            int courtId,
            UUID person,
            boolean own,
            boolean waiting,
            @Nullable LoanStatus status,
            @Nullable UUID after) {}

    public Uni<Integer> insert(SqlConnection tx, ArchiveLoan l) {
        ArchiveLoan.Outside outside = l.outside();
        return Database.execute(
                tx,
                "insert into archive_loan (id, court_id, case_id, kind, reason, until_on, outside_body, outside_person,"
                        + " outside_letter, status, asked_by, asked_on)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                l.id(),
                l.courtId(),
                l.of().id(),
                l.kind().name(),
                l.reason(),
                l.until(),
                outside == null ? null : outside.body(),
                outside == null ? null : outside.person(),
                outside == null ? null : outside.letter(),
                l.status().name(),
                l.askedBy(),
                l.askedOn());
    }

    /** Writes what became of it; the row is locked. */
    public Uni<Integer> update(SqlConnection tx, ArchiveLoan l) {
        ArchiveLoan.Decision decision = l.decision();
        ArchiveLoan.End end = l.end();
        return Database.execute(
                tx,
                "update archive_loan set status = $2, decided_by = $3, decided_on = $4, decision_reason = $5,"
                        + " ended_by = $6, ended_on = $7, version = $8 where id = $1",
                l.id(),
                l.status().name(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.on(),
                decision == null ? null : decision.reason(),
                end == null ? null : end.by(),
                end == null ? null : end.on(),
                l.version());
    }

    public Uni<Optional<ArchiveLoan>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client, SELECT + " where l.id = $1 and l.court_id = $2", ArchiveLoanRows::loan, id, courtId);
    }

    public Uni<Optional<ArchiveLoan>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx,
                SELECT + " where l.id = $1 and l.court_id = $2 for update of l",
                ArchiveLoanRows::loan,
                id,
                courtId);
    }

    /** Newest first. */
    public Uni<List<ArchiveLoan>> list(SqlClient client, Looked looked, int limit) {
        LoanStatus status = looked.status();
        Sql sql = new Sql(SELECT + " where l.court_id = ?", looked.courtId());
        if (looked.own()) {
            sql.add(" and l.asked_by = ?", looked.person());
        }
        if (looked.waiting()) {
            sql.add(" and l.status = 'ASKED' and l.asked_by <> ?", looked.person());
        }
        return sql.addIf(status == null ? null : status.name(), " and l.status = ?")
                .addIf(looked.after(), " and l.id < ?")
                .add(" order by l.id desc limit ?", limit)
                .list(client, ArchiveLoanRows::loan);
    }

    /** By case, the loan by which the person reads its volume on that day; one that lets copy before one that does not. */
    public Uni<Map<UUID, Lent>> lent(SqlClient client, int courtId, UUID person, List<UUID> caseIds, LocalDate day) {
        return Database.list(
                        client,
                        "select distinct on (case_id) case_id, id, kind from archive_loan"
                                + " where asked_by = $1 and case_id = any ($2) and court_id = $3 and status = 'APPROVED'"
                                + " and until_on >= $4 and kind <> 'INQUIRY' order by case_id, kind = 'COPY' desc, id desc",
                        row -> Map.entry(
                                row.getUUID(0),
                                new Lent(
                                        row.getUUID(1),
                                        LoanKind.valueOf(row.getString(2)).copies())),
                        person,
                        caseIds.toArray(UUID[]::new),
                        courtId,
                        day)
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static ArchiveLoan loan(Row row) {
        String body = row.getString(9);
        UUID decided = row.getUUID(15);
        UUID ended = row.getUUID(18);
        return new ArchiveLoan(
                row.getUUID(0),
                row.getInteger(1),
                new ArchiveLoan.Of(row.getUUID(2), row.getString(3), row.getUUID(4), row.getUUID(5)),
                LoanKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getLocalDate(8),
                body == null ? null : new ArchiveLoan.Outside(body, row.getString(10), row.getString(11)),
                LoanStatus.valueOf(row.getString(12)),
                row.getUUID(13),
                row.getLocalDate(14),
                decided == null ? null : new ArchiveLoan.Decision(decided, row.getLocalDate(16), row.getString(17)),
                ended == null ? null : new ArchiveLoan.End(ended, row.getLocalDate(19)),
                row.getInteger(20));
    }
}
