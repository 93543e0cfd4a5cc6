package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.store.LedgerRows;
import org.zhixing.platform.Refusal;

/**
 * The one way to move money: whole transactions, inside the database transaction of the act that moves it. What the
 * database itself forbids comes out as a refusal: an account that would go below zero (422 {@code account-short}), a
 * closed month (422 {@code month-closed}), a second reversal (409 {@code reversed-already}).
 */
@ApplicationScoped
public class Postings {
    private static final String CLAUSE = "二(二)、法发〔2017〕6号";

    private final LedgerRows rows;

    Postings(LedgerRows rows) {
        this.rows = rows;
    }

    /**
     * Books them, all or none, in one statement. Their accounts are locked from then until the database transaction ends,
     * the court's bank account among them: what need not come after it comes before it, or is sent along with it.
     */
    public Uni<Void> post(SqlConnection tx, List<LedgerTransaction> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rows.insert(tx, all)
                .onFailure(PgException.class)
                .transform(failure -> refused((PgException) failure))
                .replaceWithVoid();
    }

    /** The transaction; 404 where the court has none of that id. */
    public Uni<LedgerTransaction> find(SqlConnection tx, int courtId, UUID id) {
        return rows.find(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    private static Throwable refused(PgException failure) {
        if ("ZX003".equals(failure.getSqlState())) {
            return Refusal.rule("month-closed", CLAUSE);
        }
        return switch (String.valueOf(failure.getConstraint())) {
            case "ledger_account_not_negative" -> Refusal.rule("account-short", CLAUSE);
            case "ledger_transaction_reverses_key" ->
                Refusal.conflict("reversed-already").under(CLAUSE);
            default -> failure;
        };
    }
}
