package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.zhixing.ledger.rules.Pace;
import org.zhixing.platform.Database;

/** From the arrival of money to the order to pay: by the moments at which the ledger booked them. */
@ApplicationScoped
public class PaceRows {
    /** Money that lay in suspense arrived with its line, not with its claim: finding out whose it is was the court's time, too. */
    private static final String PACE = """
            with ordered as (
                select distinct r.id, r.line_id
                from ledger_transaction t
                    join payment_part x on x.payment_id = t.subject_id
                    join receipt r on r.id = x.receipt_id
                where t.court_id = $1 and t.booked_on >= $2 and t.kind in ('ORDER', 'FEE')),
            took as (
                select extract(epoch from o.at - a.booked_at) as seconds
                from ordered d
                    join bank_line l on l.id = d.line_id
                    join ledger_transaction a on a.id = l.transaction_id
                    cross join lateral (
                        select min(t.booked_at) as at, min(t.booked_on) as day
                        from payment_part x join ledger_transaction t on t.subject_id = x.payment_id and t.kind in ('ORDER', 'FEE')
                        where x.receipt_id = d.id) o
                where o.day >= $2)
            select count(*)::int, percentile_cont(0.5) within group (order by seconds)::bigint,
                (count(*) filter (where seconds <= $3))::int
            from took
            """;

    public Uni<Pace> pace(SqlClient client, int courtId, LocalDate since) {
        return Database.first(
                        client,
                        PACE,
                        row -> new Pace(since, row.getInteger(0), row.getLong(1), row.getInteger(2)),
                        courtId,
                        since,
                        Pace.BENCHMARK.toSeconds())
                .map(found -> found.orElseThrow());
    }
}
