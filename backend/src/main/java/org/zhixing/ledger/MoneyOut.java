package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.ledger.store.MoneyOutRows;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Refusal;

/** What the bank took out, and what it was: a payment, or a charge that is borne by the court's fees. */
@ApplicationScoped
public class MoneyOut {
    private static final String CLAUSE = "二(二)、法发〔2017〕6号";

    private final MoneyOutRows rows;
    private final Accounts accounts;
    private final Postings postings;
    private final Ids ids;

    MoneyOut(MoneyOutRows rows, Accounts accounts, Postings postings, Ids ids) {
        this.rows = rows;
        this.accounts = accounts;
        this.postings = postings;
        this.ids = ids;
    }

    /** Payments that the line may be; 404 where the court has no such line. */
    public Uni<List<MoneyOutRows.Candidate>> candidates(SqlClient client, int courtId, UUID lineId) {
        return rows.find(client, courtId, lineId)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(line -> rows.candidates(client, courtId, line.id()));
    }

    /** The line was that payment; 422 where the payment is not paid, is of another amount, or is another line's. */
    public Uni<MoneyOutRows.Line> link(SqlConnection tx, int courtId, UUID lineId, UUID paymentId) {
        return open(tx, courtId, lineId).chain(line -> rows.candidates(tx, courtId, lineId)
                .chain(all -> all.stream().anyMatch(each -> each.id().equals(paymentId))
                        ? rows.link(tx, lineId, paymentId).replaceWith(line)
                        : Uni.createFrom().failure(Refusal.rule("payment-not-the-line", CLAUSE, line.serial()))));
    }

    /** The line was taken by the bank for itself, or drawn by the treasury: it is booked against the fees. */
    public Uni<MoneyOutRows.Line> charge(
            SqlConnection tx, int courtId, UUID lineId, String why, UUID by, LocalDate today) {
        return open(tx, courtId, lineId)
                .chain(line -> accounts.ofCourt(tx, courtId).chain(funds -> {
                    BigDecimal amount = line.out() == null ? BigDecimal.ZERO : line.out();
                    LedgerTransaction charge = new LedgerTransaction(
                            ids.next(),
                            courtId,
                            TransactionKind.BANK_CHARGE,
                            null,
                            today,
                            line.valueOn(),
                            why,
                            lineId,
                            null,
                            by,
                            LedgerTransaction.entries(funds.fee(), funds.bank(), amount));
                    return postings.post(tx, List.of(charge))
                            .chain(() -> rows.book(tx, lineId, charge.id()))
                            .replaceWith(line);
                }));
    }

    /** It was not so: a link is taken away, a charge is reversed, and the line is open again. */
    public Uni<MoneyOutRows.Line> undo(
            SqlConnection tx, int courtId, UUID lineId, String why, UUID by, LocalDate today) {
        return found(tx, courtId, lineId).chain(line -> {
            UUID booked = line.transactionId();
            if (booked == null && line.paymentId() == null) {
                throw Refusal.rule("line-open", CLAUSE, line.serial());
            }
            if (booked == null) {
                return rows.link(tx, lineId, null).replaceWith(line);
            }
            return postings.find(tx, courtId, booked)
                    .chain(charge -> postings.post(tx, List.of(charge.reversal(ids.next(), today, why, by))))
                    .chain(() -> rows.book(tx, lineId, null))
                    .replaceWith(line);
        });
    }

    /** Says what a jump of the statement is: what lay there before the first line, or lines that are missing. */
    public Uni<Void> note(SqlConnection tx, int courtId, UUID lineId, String reason, UUID by, LocalDate today) {
        return rows.jumps(tx, courtId, lineId)
                .chain(jumps -> {
                    if (!jumps) {
                        throw Refusal.notFound();
                    }
                    return rows.note(tx, courtId, lineId, reason, by, today).invoke(noted -> {
                        if (!noted) {
                            throw Refusal.conflict("gap-noted-already").under(CLAUSE);
                        }
                    });
                })
                .replaceWithVoid();
    }

    private Uni<MoneyOutRows.Line> open(SqlConnection tx, int courtId, UUID lineId) {
        return found(tx, courtId, lineId).invoke(line -> {
            if (line.paymentId() != null || line.transactionId() != null) {
                throw Refusal.rule("line-settled", CLAUSE, line.serial());
            }
        });
    }

    /** 404 for money in, too: what it is follows from its booking. */
    private Uni<MoneyOutRows.Line> found(SqlConnection tx, int courtId, UUID lineId) {
        return rows.lock(tx, courtId, lineId)
                .map(found -> found.filter(line -> line.out() != null).orElseThrow(Refusal::notFound));
    }
}
