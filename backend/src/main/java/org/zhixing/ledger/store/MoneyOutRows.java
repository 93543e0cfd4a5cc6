package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Database;

/** Money out of the bank's statement, until it is known what it was; and jumps of the statement. */
@ApplicationScoped
public class MoneyOutRows {
    /** A line with what it is tied to. */
    public record Line(
            UUID id,
            String serial,
            LocalDate valueOn,
            @Nullable BigDecimal out,
            @Nullable UUID paymentId,
            @Nullable UUID transactionId) {}

    /** A payment that the bank carried out and no line is tied to. */
    public record Candidate(
            UUID id,
            String number,
            UUID caseId,
            String caseNumber,
            String payee,
            BigDecimal amount,
            LocalDate settledOn) {}

    public Uni<Optional<Line>> find(SqlClient client, int courtId, UUID id) {
        return find(client, courtId, id, "");
    }

    public Uni<Optional<Line>> lock(SqlConnection tx, int courtId, UUID id) {
        return find(tx, courtId, id, " for no key update");
    }

    private static Uni<Optional<Line>> find(SqlClient client, int courtId, UUID id, String lock) {
        return Database.first(
                client,
                "select id, serial, value_on, money_out, payment_id, transaction_id from bank_line"
                        + " where id = $1 and court_id = $2" + lock,
                row -> new Line(
                        row.getUUID(0),
                        row.getString(1),
                        row.getLocalDate(2),
                        row.getBigDecimal(3),
                        row.getUUID(4),
                        row.getUUID(5)),
                id,
                courtId);
    }

    /** Paid payments of the line's amount that are free, the nearest day first. */
    public Uni<List<Candidate>> candidates(SqlClient client, int courtId, UUID lineId) {
        return Database.list(
                client,
                "select p.id, p.number, c.id, c.number, y.name, p.amount, p.settled_on"
                        + " from bank_line l join payment p on p.court_id = l.court_id and p.amount = l.money_out"
                        + " join payee y on y.id = p.payee_id join enforcement_case c on c.id = p.case_id"
                        + " where l.id = $1 and l.court_id = $2 and p.status = 'PAID' and p.batch_id is not null"
                        + " and p.settled_on is not null"
                        + " and not exists (select from bank_line o where o.payment_id = p.id)"
                        + " order by abs(p.settled_on - l.value_on), p.id limit 50",
                row -> new Candidate(
                        row.getUUID(0),
                        row.getString(1),
                        row.getUUID(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getLocalDate(6)),
                lineId,
                courtId);
    }

    public Uni<Integer> link(SqlConnection tx, UUID lineId, @Nullable UUID paymentId) {
        return Database.execute(tx, "update bank_line set payment_id = $2 where id = $1", lineId, paymentId);
    }

    public Uni<Integer> book(SqlConnection tx, UUID lineId, @Nullable UUID transactionId) {
        return Database.execute(tx, "update bank_line set transaction_id = $2 where id = $1", lineId, transactionId);
    }

    /** True where the statement jumps at that line. */
    public Uni<Boolean> jumps(SqlClient client, int courtId, UUID lineId) {
        return Database.first(
                        client,
                        "select 1 from bank_gap where court_id = $1 and line_id = $2",
                        row -> 1,
                        courtId,
                        lineId)
                .map(Optional::isPresent);
    }

    public Uni<Boolean> note(SqlConnection tx, int courtId, UUID lineId, String reason, UUID by, LocalDate on) {
        return Database.execute(
                        tx,
                        "insert into bank_gap_note (line_id, court_id, reason, noted_by, noted_on)"
                                + " values ($1, $2, $3, $4, $5) on conflict do nothing",
                        lineId,
                        courtId,
                        reason,
                        by,
                        on)
                .map(noted -> noted == 1);
    }
}
