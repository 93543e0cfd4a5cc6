package org.zhixing.triage.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.access.rules.Visibility;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;
import org.zhixing.triage.rules.Transfer;

/** Rows of transfers. */
@ApplicationScoped
public class TransferRows {
    private static final String SELECT = """
            select t.id, t.court_id, t.case_id, c.number, t.from_team, t.to_team, t.reason, t.status, t.last_day,
                t.asked_by, t.asked_on, t.decided_by, t.decided_on, t.decision_reason, t.paper_id,
                t.carried_out_by, t.carried_out_on, t.version
            from case_transfer t join enforcement_case c on c.id = t.case_id
            """;

    public Uni<Integer> insert(SqlConnection tx, Transfer t) {
        return Database.execute(
                tx,
                "insert into case_transfer (id, court_id, case_id, from_team, to_team, reason, status, last_day,"
                        + " asked_by, asked_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                t.id(),
                t.courtId(),
                t.caseId(),
                t.fromTeam().name(),
                t.toTeam().name(),
                t.reason(),
                t.status().name(),
                t.lastDay(),
                t.askedBy(),
                t.askedOn());
    }

    /** Writes the transfer back and raises its version. */
    public Uni<Integer> update(SqlConnection tx, Transfer t) {
        return Database.execute(
                tx,
                "update case_transfer set status = $2, decided_by = $3, decided_on = $4, decision_reason = $5,"
                        + " paper_id = $6, carried_out_by = $7, carried_out_on = $8, version = version + 1 where id = $1",
                t.id(),
                t.status().name(),
                t.decidedBy(),
                t.decidedOn(),
                t.decisionReason(),
                t.paperId(),
                t.carriedOutBy(),
                t.carriedOutOn());
    }

    public Uni<Optional<Transfer>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client, SELECT + " where t.id = $1 and t.court_id = $2", TransferRows::transfer, id, courtId);
    }

    public Uni<List<Transfer>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                SELECT + " where t.case_id = $1 and t.court_id = $2 order by t.id desc",
                TransferRows::transfer,
                caseId,
                courtId);
    }

    /** Case numbers of the transfers that wait the longest, and how many wait in all. */
    public record Queue(List<String> numbers, long total) {}

    public Uni<Queue> waiting(SqlClient client, int courtId, Transfer.Status status, int limit) {
        return Database.list(
                        client,
                        "select c.number, count(*) over () from case_transfer t join enforcement_case c on c.id = t.case_id"
                                + " where t.court_id = $1 and t.status = $2 order by t.id limit $3",
                        row -> new Queue(List.of(row.getString(0)), row.getLong(1)),
                        courtId,
                        status.name(),
                        limit)
                .map(rows -> new Queue(
                        rows.stream().flatMap(row -> row.numbers().stream()).toList(),
                        rows.isEmpty() ? 0 : rows.get(0).total()));
    }

    /** Newest first, within sight. */
    public Uni<List<Transfer>> list(
            SqlClient client,
            int courtId,
            Visibility sight,
            Transfer.@Nullable Status status,
            @Nullable Cursor after,
            int limit) {
        Sql sql = new Sql(SELECT + " where t.court_id = ?", courtId);
        sql.addIf(status == null ? null : status.name(), " and t.status = ?");
        if (sight instanceof Visibility.OneTeam own) {
            sql.add(" and c.team = ?", own.team().name());
        } else if (sight instanceof Visibility.Nothing) {
            sql.add(" and false");
        }
        if (after != null) {
            sql.add(" and t.id < ?", after.uuid());
        }
        return sql.add(" order by t.id desc limit ?", limit).list(client, TransferRows::transfer);
    }

    private static Transfer transfer(Row row) {
        return new Transfer(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getString(3),
                Team.valueOf(row.getString(4)),
                Team.valueOf(row.getString(5)),
                row.getString(6),
                Transfer.Status.valueOf(row.getString(7)),
                row.getLocalDate(8),
                row.getUUID(9),
                row.getLocalDate(10),
                row.getUUID(11),
                row.getLocalDate(12),
                row.getString(13),
                row.getUUID(14),
                row.getUUID(15),
                row.getLocalDate(16),
                row.getInteger(17));
    }
}
