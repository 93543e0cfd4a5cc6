package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Visibility;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.Extension;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Sql;

/** Rows of extensions. */
@ApplicationScoped
public class ExtensionRows {
    private static final String SELECT = """
            select e.id, e.court_id, e.case_id, c.number, e.node_id, n.code, e.days, e.reason, e.status, e.asked_by,
                e.asked_on, e.last_day, e.due_before, e.due_after, e.decided_by, e.decided_on, e.decided_why, e.version
            from node_extension e join enforcement_case c on c.id = e.case_id join node n on n.id = e.node_id
            """;

    public Uni<Integer> insert(SqlConnection tx, Extension e) {
        return Database.execute(
                tx,
                "insert into node_extension (id, court_id, case_id, node_id, days, reason, status, asked_by, asked_on,"
                        + " last_day, due_before, due_after) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                e.id(),
                e.courtId(),
                e.caseId(),
                e.nodeId(),
                e.days(),
                e.reason(),
                e.status().name(),
                e.askedBy(),
                e.askedOn(),
                e.lastDay(),
                e.dueBefore(),
                e.dueAfter());
    }

    /** Writes the extension back and raises its version. */
    public Uni<Integer> update(SqlConnection tx, Extension e) {
        CaseSuspension.Act decided = e.decided();
        return Database.execute(
                tx,
                "update node_extension set status = $2, due_before = $3, due_after = $4, decided_by = $5,"
                        + " decided_on = $6, decided_why = $7, version = version + 1 where id = $1",
                e.id(),
                e.status().name(),
                e.dueBefore(),
                e.dueAfter(),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.on(),
                decided == null ? null : decided.reason());
    }

    public Uni<Optional<Extension>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client, SELECT + " where e.id = $1 and e.court_id = $2", ExtensionRows::extension, id, courtId);
    }

    /** Newest first. */
    public Uni<List<Extension>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(
                client,
                SELECT + " where e.case_id = $1 and e.court_id = $2 order by e.id desc",
                ExtensionRows::extension,
                caseId,
                courtId);
    }

    /** Newest first, within sight. */
    public Uni<List<Extension>> list(
            SqlClient client,
            int courtId,
            Visibility sight,
            Extension.@Nullable Status status,
            @Nullable Cursor after,
            int limit) {
        Sql sql = new Sql(SELECT + " where e.court_id = ?", courtId);
        sql.addIf(status == null ? null : status.name(), " and e.status = ?");
        SuspensionRows.seen(sql, sight);
        if (after != null) {
            sql.add(" and e.id < ?", after.uuid());
        }
        return sql.add(" order by e.id desc limit ?", limit).list(client, ExtensionRows::extension);
    }

    private static Extension extension(Row row) {
        return new Extension(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getString(3),
                row.getUUID(4),
                NodeCode.valueOf(row.getString(5)),
                row.getInteger(6),
                row.getString(7),
                Extension.Status.valueOf(row.getString(8)),
                row.getUUID(9),
                row.getLocalDate(10),
                row.getLocalDate(11),
                row.getLocalDate(12),
                row.getLocalDate(13),
                SuspensionRows.act(row, 14, true),
                row.getInteger(17));
    }
}
