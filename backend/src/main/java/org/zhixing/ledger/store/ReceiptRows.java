package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of receipts. What is reserved and paid is changed by differences: the database refuses more than the amount. */
@ApplicationScoped
public class ReceiptRows {
    /** The columns of a receipt {@code r}, to be read by {@link #receipt}. */
    static final String COLUMNS = "r.id, r.court_id, r.case_id, r.line_id, r.transaction_id, r.node_id, r.received_on,"
            + " r.amount, r.reserved, r.paid, r.reversed_by, r.version";

    private static final String INSERT = """
            insert into receipt (id, court_id, case_id, line_id, transaction_id, node_id, received_on, amount)
            select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::date[],
                $8::numeric[])
            """;

    private static final String CHANGE = """
            update receipt r set reserved = r.reserved + x.reserved, paid = r.paid + x.paid, version = r.version + 1
            from (select id, sum(reserved) as reserved, sum(paid) as paid
                  from unnest($2::uuid[], $3::numeric[], $4::numeric[]) as p (id, reserved, paid) group by id) x
            where r.id = x.id and r.court_id = $1 and r.reversed_by is null
            returning
            """ + " " + COLUMNS;

    /** A part with the signs by which it changes what is reserved and what is paid. */
    private record Change(Receipt.Part part, int reserved, int paid) {}

    public Uni<Integer> insert(SqlConnection tx, List<Receipt> receipts) {
        Columns<Receipt> columns = new Columns<>(receipts);
        return Database.execute(
                tx,
                INSERT,
                columns.uuids(Receipt::id),
                columns.ints(Receipt::courtId),
                columns.uuids(Receipt::caseId),
                columns.uuids(Receipt::lineId),
                columns.uuids(Receipt::transactionId),
                columns.uuids(Receipt::nodeId),
                columns.dates(Receipt::receivedOn),
                columns.decimals(Receipt::amount));
    }

    public Uni<Optional<Receipt>> find(SqlClient client, int courtId, UUID id) {
        return Database.first(
                client,
                "select " + COLUMNS + " from receipt r where r.id = $1 and r.court_id = $2",
                ReceiptRows::receipt,
                id,
                courtId);
    }

    /** Those of the case that stand, the oldest first. */
    public Uni<List<Receipt>> ofCase(SqlClient client, int courtId, UUID caseId) {
        return Database.list(client, ofCase(""), ReceiptRows::receipt, caseId, courtId);
    }

    public Uni<List<Receipt>> lockOfCase(SqlConnection tx, int courtId, UUID caseId) {
        return Database.list(tx, ofCase(" for no key update"), ReceiptRows::receipt, caseId, courtId);
    }

    private static String ofCase(String lock) {
        return "select " + COLUMNS
                + " from receipt r where r.case_id = $1 and r.court_id = $2 and r.reversed_by is null"
                + " order by r.received_on, r.id" + lock;
    }

    public Uni<Optional<Receipt>> lock(SqlConnection tx, int courtId, UUID id) {
        return Database.first(
                tx,
                "select " + COLUMNS + " from receipt r where r.id = $1 and r.court_id = $2 for no key update",
                ReceiptRows::receipt,
                id,
                courtId);
    }

    public Uni<List<Receipt>> lockAll(SqlConnection tx, int courtId, List<UUID> ids) {
        return Database.list(
                tx,
                "select " + COLUMNS + " from receipt r where r.id = any ($1) and r.court_id = $2"
                        + " order by r.received_on, r.id for no key update",
                ReceiptRows::receipt,
                ids.toArray(UUID[]::new),
                courtId);
    }

    /** The nodes that watch them. */
    public Uni<List<UUID>> nodesOf(SqlClient client, int courtId, List<UUID> ids) {
        return Database.list(
                client,
                "select node_id from receipt where id = any ($1) and court_id = $2 and node_id is not null",
                row -> row.getUUID(0),
                ids.toArray(UUID[]::new),
                courtId);
    }

    public Uni<List<Receipt>> reserve(SqlConnection tx, int courtId, List<Receipt.Part> parts) {
        return change(tx, courtId, parts, 1, 0);
    }

    public Uni<List<Receipt>> release(SqlConnection tx, int courtId, List<Receipt.Part> parts) {
        return change(tx, courtId, parts, -1, 0);
    }

    public Uni<List<Receipt>> pay(SqlConnection tx, int courtId, List<Receipt.Part> parts) {
        return change(tx, courtId, parts, -1, 1);
    }

    private static Uni<List<Receipt>> change(
            SqlConnection tx, int courtId, List<Receipt.Part> parts, int reserved, int paid) {
        Columns<Change> columns = new Columns<>(
                parts.stream().map(part -> new Change(part, reserved, paid)).toList());
        return Database.list(
                tx,
                CHANGE,
                ReceiptRows::receipt,
                courtId,
                columns.uuids(change -> change.part().receiptId()),
                columns.decimals(change -> change.part().amount().multiply(BigDecimal.valueOf(change.reserved()))),
                columns.decimals(change -> change.part().amount().multiply(BigDecimal.valueOf(change.paid()))));
    }

    public Uni<Integer> reverse(SqlConnection tx, int courtId, UUID id, UUID reversal) {
        return Database.execute(
                tx,
                "update receipt set reversed_by = $3, version = version + 1"
                        + " where id = $1 and court_id = $2 and reversed_by is null and reserved = 0 and paid = 0",
                id,
                courtId,
                reversal);
    }

    static Receipt receipt(Row row) {
        return new Receipt(
                row.getUUID(0),
                row.getInteger(1),
                row.getUUID(2),
                row.getUUID(3),
                row.getUUID(4),
                row.getUUID(5),
                row.getLocalDate(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getUUID(10),
                row.getInteger(11));
    }
}
