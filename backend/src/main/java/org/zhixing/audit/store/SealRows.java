package org.zhixing.audit.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.zhixing.audit.rules.Leaf;
import org.zhixing.audit.rules.Seal;
import org.zhixing.platform.Database;

/** Blocks of sealed rows, and what waits to be sealed. */
@ApplicationScoped
public class SealRows {
    static final String COLUMNS =
            "court_id, number, previous, rows, first_seq, last_seq, reach, sealed_at, leaves, digest,"
                    + " hash, key_id, signature";

    private static final String TAKE =
            """
            with taken as (
                delete from audit_unsealed where court_id = $1 and seq in (
                    select seq from audit_unsealed where court_id = $1 order by seq limit $2)
                returning seq)
            select t.seq as taken, a.* from taken t left join (
            """ + "select " + AuditRows.COLUMNS + " from audit where court_id = $1) a on a.seq = t.seq order by t.seq";

    /** Courts with rows that no block holds yet. */
    public Uni<List<Integer>> waiting(SqlClient client) {
        return Database.list(
                client,
                "select id from court c where exists (select from audit_unsealed u where u.court_id = c.id) order by id",
                row -> row.getInteger(0));
    }

    /** Takes the court's last block until the transaction ends; empty while another sealer has it. */
    public Uni<Optional<Seal.Head>> takeHead(SqlConnection tx, int courtId) {
        return Database.execute(
                        tx,
                        "insert into audit_seal_head (court_id, number, hash, reach)"
                                + " select court_id, 0, hash, 0 from audit_head where court_id = $1 on conflict do nothing",
                        courtId)
                .chain(() -> Database.first(
                        tx,
                        "select number, hash, reach from audit_seal_head where court_id = $1 for update skip locked",
                        row -> new Seal.Head(row.getLong(0), row.getString(1), row.getLong(2)),
                        courtId));
    }

    /** Rows that wait, the lowest numbers first: what is taken is sealed by this transaction or still waits after it. */
    public Uni<List<Leaf>> take(SqlConnection tx, int courtId, int limit, Instant now) {
        return Database.list(tx, TAKE, row -> leaf(row, now), courtId, limit);
    }

    private static Leaf leaf(Row row, Instant now) {
        return row.getLong(1) == null ? Leaf.gone(row.getLong(0), now) : Leaf.of(AuditRows.row(row, 1));
    }

    public Uni<Void> add(SqlConnection tx, Seal seal) {
        return Database.execute(
                        tx,
                        "insert into audit_seal (" + COLUMNS
                                + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                        seal.courtId(),
                        seal.number(),
                        seal.previous(),
                        seal.rows(),
                        seal.firstSeq(),
                        seal.lastSeq(),
                        seal.reach(),
                        seal.sealedAt().atOffset(ZoneOffset.UTC),
                        seal.leaves(),
                        seal.digest(),
                        seal.hash(),
                        seal.keyId(),
                        seal.signature())
                .chain(() -> Database.execute(
                        tx,
                        "update audit_seal_head set number = $2, hash = $3, reach = $4 where court_id = $1",
                        seal.courtId(),
                        seal.number(),
                        seal.hash(),
                        seal.reach()))
                .replaceWithVoid();
    }

    static Seal seal(Row row) {
        return new Seal(
                row.getInteger(0),
                row.getLong(1),
                row.getString(2),
                row.getInteger(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getOffsetDateTime(7).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }
}
