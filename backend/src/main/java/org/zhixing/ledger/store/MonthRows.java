package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.ledger.rules.AccountKind;
import org.zhixing.ledger.rules.ClosedMonth;
import org.zhixing.platform.Database;

/** Months that are closed, and what was kept of them. */
@ApplicationScoped
public class MonthRows {
    private static final String BALANCES = """
            select a.kind, sum(case when (e.side = 'DEBIT') = (a.kind = 'BANK') then e.amount else -e.amount end)
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
                join ledger_account a on a.id = e.account_id
            where t.court_id = $1 and t.booked_on < $2 group by a.kind
            """;

    /** Until the transaction ends nobody books in the court, and nobody else closes a month. */
    public Uni<Integer> holdAlone(SqlConnection tx, int courtId) {
        return Database.list(tx, "select ledger_months_held($1, true)", row -> 0, courtId)
                .map(List::size);
    }

    public Uni<List<ClosedMonth>> closed(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select month, closed_by, closed_on from ledger_month where court_id = $1 order by month desc",
                row -> new ClosedMonth(row.getLocalDate(0), row.getUUID(1), row.getLocalDate(2)),
                courtId);
    }

    /** The month in which money first moved, by the statement or by the ledger; empty where it never has. */
    public Uni<Optional<LocalDate>> first(SqlClient client, int courtId) {
        return Database.list(
                        client,
                        "select date_trunc('month', least((select min(booked_on) from ledger_transaction where court_id = $1),"
                                + " (select min(value_on) from bank_line where court_id = $1)))::date",
                        row -> Optional.ofNullable(row.getLocalDate(0)),
                        courtId)
                .map(all -> all.get(0));
    }

    /** What each kind of account held, of all that was booked before a day. */
    public Uni<Map<AccountKind, BigDecimal>> balances(SqlClient client, int courtId, LocalDate before) {
        return Database.list(
                        client,
                        BALANCES,
                        row -> Map.entry(AccountKind.valueOf(row.getString(0)), row.getBigDecimal(1)),
                        courtId,
                        before)
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Uni<Integer> close(SqlConnection tx, int courtId, LocalDate month, UUID by, LocalDate on, String document) {
        return Database.execute(
                tx,
                "insert into ledger_month (court_id, month, closed_by, closed_on, document)"
                        + " values ($1, $2, $3, $4, $5::text::json)",
                courtId,
                month,
                by,
                on,
                document);
    }

    /** Carries statement and ledger forward to the first day after a closed month; nobody may book meanwhile. */
    public Uni<Integer> carryForward(SqlConnection tx, int courtId, LocalDate to) {
        return Database.list(tx, "select bank_carry_forward($1, $2)", row -> 0, courtId, to)
                .map(List::size);
    }

    /** First days after closed months to which nothing is carried, because a line came late or was changed; in order. */
    public Uni<List<LocalDate>> uncarried(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select (m.month + interval '1 month')::date from ledger_month m where m.court_id = $1 and m.month >= coalesce("
                        + "(select max(c.day) from bank_carry c where c.court_id = $1), '-infinity') order by 1",
                row -> row.getLocalDate(0),
                courtId);
    }

    public Uni<Optional<String>> document(SqlClient client, int courtId, LocalDate month) {
        return Database.first(
                client,
                "select document::text from ledger_month where court_id = $1 and month = $2",
                row -> row.getString(0),
                courtId,
                month);
    }
}
