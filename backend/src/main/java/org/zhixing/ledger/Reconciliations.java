package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.zhixing.ledger.rules.Reconciliation;
import org.zhixing.ledger.store.ReconciliationRows;
import org.zhixing.ledger.store.VerifyRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** Statement against ledger, day by day, as of one moment. */
@ApplicationScoped
public class Reconciliations {
    private static final int MOST_DAYS = 366;

    private final ReconciliationRows rows;
    private final VerifyRows moment;
    private final Database database;

    Reconciliations(ReconciliationRows rows, VerifyRows moment, Database database) {
        this.rows = rows;
        this.moment = moment;
        this.database = database;
    }

    /** The days from one to another, both included; read in a transaction of its own, as everybody sees them. */
    public Uni<List<Reconciliation.Day>> days(int courtId, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refusal.field("to", to, "field.range", from, from.plusDays(MOST_DAYS - 1));
        }
        return database.inTransaction(tx -> moment.oneMoment(tx).chain(() -> days(tx, courtId, from, to)));
    }

    private Uni<List<Reconciliation.Day>> days(SqlConnection tx, int courtId, LocalDate from, LocalDate to) {
        return rows.before(tx, courtId, from)
                .chain(before -> rows.days(tx, courtId, from, to).chain(moves -> rows.spans(tx, courtId, from, to)
                        .map(spans -> Reconciliation.of(before.bank(), before.ledger(), moves, spans))));
    }
}
