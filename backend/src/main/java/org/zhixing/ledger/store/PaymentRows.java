package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.Payment;
import org.zhixing.ledger.rules.PaymentStatus;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of payments, and of the parts of receipts out of which they are made. */
@ApplicationScoped
public class PaymentRows {
    private static final String SELECT = "select p.id, p.disbursement_id, p.case_id, p.number, p.amount, p.status,"
            + " p.batch_id, p.bank_reason, p.bank_serial, p.settled_on, p.version, " + PayeeRows.COLUMNS
            + " from payment p join payee y on y.id = p.payee_id";

    private static final String INSERT = """
            insert into payment (id, court_id, disbursement_id, case_id, number, payee_id, amount, status)
            select id, $1, disbursement_id, case_id, number, payee_id, amount, status from unnest($2::uuid[],
                $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::numeric[], $8::text[])
                x (id, disbursement_id, case_id, number, payee_id, amount, status)
            """;

    private static final String UPDATE = """
            update payment p set status = x.status, batch_id = x.batch, bank_reason = x.reason, bank_serial = x.serial,
                settled_on = x.settled, version = p.version + 1
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::date[])
                x (id, status, batch, reason, serial, settled) where p.id = x.id
            """;

    private static final String LINK = """
            update bank_line l set payment_id = x.payment_id
            from (select distinct on (n.id) n.id as line_id, p.id as payment_id
                  from bank_line n join payment p on p.court_id = n.court_id and p.amount = n.money_out
                      and p.number = any (regexp_split_to_array(n.remark, '[^0-9A-Za-z-]+'))
                  where n.court_id = $1 and n.payment_id is null and p.batch_id is not null
                      and (n.id = any ($2) or p.id = any ($3))
                      and not exists (select 1 from bank_line o where o.payment_id = p.id)
                  order by n.id, p.id) x
            where l.id = x.line_id
            """;

    /** So much of a receipt in a payment. */
    public record Part(UUID paymentId, UUID receiptId, BigDecimal amount) {
        public Receipt.Part ofReceipt() {
            return new Receipt.Part(receiptId, amount);
        }
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, List<Payment> payments) {
        Columns<Payment> columns = new Columns<>(payments);
        return Database.execute(
                tx,
                INSERT,
                courtId,
                columns.uuids(Payment::id),
                columns.uuids(Payment::disbursementId),
                columns.uuids(Payment::caseId),
                columns.texts(Payment::number),
                columns.uuids(payment -> payment.payee().id()),
                columns.decimals(Payment::amount),
                columns.names(Payment::status));
    }

    public Uni<Integer> insertParts(SqlConnection tx, int courtId, List<Part> parts) {
        Columns<Part> columns = new Columns<>(parts);
        return Database.execute(
                tx,
                "insert into payment_part (payment_id, receipt_id, court_id, amount)"
                        + " select p, r, $1, a from unnest($2::uuid[], $3::uuid[], $4::numeric[]) x (p, r, a)",
                courtId,
                columns.uuids(Part::paymentId),
                columns.uuids(Part::receiptId),
                columns.decimals(Part::amount));
    }

    /** Writes what became of them, and raises their versions. */
    public Uni<Integer> update(SqlConnection tx, List<Payment> payments) {
        Columns<Payment> columns = new Columns<>(payments);
        return Database.execute(
                tx,
                UPDATE,
                columns.uuids(Payment::id),
                columns.names(Payment::status),
                columns.uuids(Payment::batchId),
                columns.texts(Payment::bankReason),
                columns.texts(Payment::bankSerial),
                columns.dates(Payment::settledOn));
    }

    /** Those of the disbursements, by disbursement. */
    public Uni<Map<UUID, List<Payment>>> of(SqlClient client, UUID[] disbursements) {
        return Database.list(
                        client,
                        SELECT + " where p.disbursement_id = any ($1) order by p.id",
                        PaymentRows::payment,
                        (Object) disbursements)
                .map(all -> all.stream().collect(Collectors.groupingBy(Payment::disbursementId)));
    }

    /** Those of the batch, in the order of their numbers. */
    public Uni<List<Payment>> ofBatch(SqlClient client, UUID batch) {
        return Database.list(client, SELECT + " where p.batch_id = $1 order by p.number", PaymentRows::payment, batch);
    }

    public Uni<List<Part>> partsOf(SqlClient client, List<UUID> payments) {
        return Database.list(
                client,
                "select payment_id, receipt_id, amount from payment_part where payment_id = any ($1)"
                        + " order by payment_id, receipt_id",
                row -> new Part(row.getUUID(0), row.getUUID(1), row.getBigDecimal(2)),
                (Object) payments.toArray(UUID[]::new));
    }

    /**
     * A receipt out of which a disbursement is paid, with the part that it gives.
     *
     * @param cameBack whether the bank has sent some of that back, and nobody has applied for any of it since
     */
    public record Source(
            UUID disbursementId,
            UUID receiptId,
            LocalDate receivedOn,
            BigDecimal amount,
            BigDecimal part,
            @Nullable LocalDate dueOn,
            boolean paidOut,
            boolean cameBack) {}

    /** By disbursement and age. */
    public Uni<List<Source>> sources(SqlClient client, UUID[] disbursements) {
        return Database.list(
                client,
                "select p.disbursement_id, r.id, r.received_on, r.amount, sum(t.amount), n.due_on, r.paid = r.amount,"
                        + " bool_or(p.status = 'BOUNCED') and r.reserved + r.paid < r.amount and r.reversed_by is null"
                        + " and not exists (select from payment_part later join payment q on q.id = later.payment_id join"
                        + " disbursement d on d.id = q.disbursement_id where later.receipt_id = r.id and d.id > p.disbursement_id"
                        + " and d.status not in ('REFUSED', 'WITHDRAWN'))"
                        + " from payment p join payment_part t on t.payment_id = p.id join receipt r on"
                        + " r.id = t.receipt_id left join node n on n.id = r.node_id"
                        + " where p.disbursement_id = any ($1) group by p.disbursement_id, r.id, n.due_on"
                        + " order by r.received_on, r.id",
                row -> new Source(
                        row.getUUID(0),
                        row.getUUID(1),
                        row.getLocalDate(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getLocalDate(5),
                        row.getBoolean(6),
                        row.getBoolean(7)),
                (Object) disbursements);
    }

    /**
     * Links lines of money out with the payments that their remarks name, of the same amount: those of the given lines,
     * and those of the given payments.
     */
    public Uni<Integer> link(SqlConnection tx, int courtId, List<UUID> lines, List<UUID> payments) {
        return Database.execute(tx, LINK, courtId, lines.toArray(UUID[]::new), payments.toArray(UUID[]::new));
    }

    private static Payment payment(Row row) {
        return new Payment(
                row.getUUID(0),
                row.getUUID(1),
                row.getUUID(2),
                row.getString(3),
                PayeeRows.payee(row, 11),
                row.getBigDecimal(4),
                PaymentStatus.valueOf(row.getString(5)),
                row.getUUID(6),
                row.getString(7),
                row.getString(8),
                row.getLocalDate(9),
                row.getInteger(10));
    }
}
