package org.zhixing.audit.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.audit.rules.Seal;
import org.zhixing.platform.Database;

/** A stretch of blocks with all that must agree with it. */
@ApplicationScoped
public class TrailRows {
    /** As many blocks as have so many rows together, and at least one: one step of a check. */
    private static final String STRETCH = "select " + SealRows.COLUMNS + """
             from audit_seal where court_id = $1 and number in (
                select number from (
                    select number, sum(rows) over (order by number) - rows as before
                    from (select number, rows from audit_seal where court_id = $1 and number between $2 and $3
                          order by number limit 500) b) s
                where before < $4)
            order by number
            """;

    /** In one statement, so that a row that is being sealed is seen as waiting or as sealed, and never as neither. */
    private static final String UNKNOWN = "select " + AuditRows.COLUMNS + """
             from audit a
            where a.court_id = $1 and a.seq > $2 and a.seq <= $3 and a.seq <> all($4)
                and not exists (select from audit_unsealed u where u.court_id = a.court_id and u.seq = a.seq)
                and not exists (select from audit_seal s
                    where s.court_id = a.court_id and s.first_seq <= a.seq and s.last_seq >= a.seq
                        and strpos(E'\\n' || s.leaves, E'\\n' || a.seq || E'\\t') > 0)
            order by a.seq limit 1000
            """;

    private static final String UNLINKED = "select " + AuditRows.COLUMNS + """
             from audit a
            where a.court_id = $1 and a.seq = any($2) and a.hash is not null
                and a.prev_hash is distinct from coalesce((select b.hash from audit b
                    where b.court_id = a.court_id and b.seq = a.seq - 1), case a.seq when 1 then repeat('0', 64) end)
            order by a.seq
            """;

    /** The number of a court's last block, 0 where there is none. */
    public Uni<Long> last(SqlClient client, int courtId) {
        return number(
                client,
                "select greatest((select number from audit_seal_head where court_id = $1), (select max(number)"
                        + " from audit_seal where court_id = $1), 0)",
                courtId);
    }

    /** The first block sealed from then on, or the one after the last. */
    public Uni<Long> firstSince(SqlClient client, int courtId, Instant from, long last) {
        return number(
                        client,
                        "select number from audit_seal where court_id = $1 and sealed_at >= $2 order by sealed_at, number"
                                + " limit 1",
                        courtId,
                        from.atOffset(ZoneOffset.UTC))
                .map(number -> number == 0 ? last + 1 : number);
    }

    /** The last block sealed before then. */
    public Uni<Long> lastBefore(SqlClient client, int courtId, Instant to) {
        return number(
                client,
                "select number from audit_seal where court_id = $1 and sealed_at < $2"
                        + " order by sealed_at desc, number desc limit 1",
                courtId,
                to.atOffset(ZoneOffset.UTC));
    }

    private static Uni<Long> number(SqlClient client, String sql, @Nullable Object... params) {
        return Database.first(client, sql, row -> row.getLong(0), params).map(found -> found.orElse(0L));
    }

    /** What the block of that number hangs on; empty where the block before is gone. */
    public Uni<Optional<Seal.Head>> before(SqlClient client, int courtId, long number) {
        return number == 1
                ? Database.first(
                        client,
                        "select hash from audit_head where court_id = $1",
                        row -> new Seal.Head(0, row.getString(0), 0),
                        courtId)
                : Database.first(
                        client,
                        "select number, hash, reach from audit_seal where court_id = $1 and number = $2",
                        row -> new Seal.Head(row.getLong(0), row.getString(1), row.getLong(2)),
                        courtId,
                        number - 1);
    }

    public Uni<List<Seal>> stretch(SqlClient client, int courtId, long first, long last, int rows) {
        return Database.list(client, STRETCH, SealRows::seal, courtId, first, last, rows);
    }

    /** What was signed of the blocks above that number, without their rows. */
    public Uni<List<Seal>> roots(SqlClient client, int courtId, long above, long last, int limit) {
        return Database.list(
                client,
                "select " + SealRows.COLUMNS.replace("leaves", "''") + " from audit_seal where court_id = $1"
                        + " and number > $2 and number <= $3 order by number limit $4",
                SealRows::seal,
                courtId,
                above,
                last,
                limit);
    }

    public Uni<List<AuditRow>> rows(SqlClient client, int courtId, Long[] seqs) {
        return Database.list(
                client,
                "select " + AuditRows.COLUMNS + " from audit where court_id = $1 and seq = any($2)",
                row -> AuditRows.row(row, 0),
                courtId,
                seqs);
    }

    /** The first thousand rows above {@code above} and up to {@code to} that no block knows and that do not wait for one. */
    public Uni<List<AuditRow>> unknown(SqlClient client, int courtId, long above, long to, Long[] known) {
        return Database.list(client, UNKNOWN, row -> AuditRows.row(row, 0), courtId, above, to, known);
    }

    /** Rows of the first epoch among them that do not hang on the one before. */
    public Uni<List<AuditRow>> unlinked(SqlClient client, int courtId, Long[] seqs) {
        return Database.list(client, UNLINKED, row -> AuditRows.row(row, 0), courtId, seqs);
    }
}
