package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.zhixing.ledger.rules.CardLine;
import org.zhixing.ledger.rules.MoneyDay;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Database;

/** The card of a case's account: its entries in the order in which they were booked, each with the balance after it. */
@ApplicationScoped
public class CardRows {
    private static final String ENTRIES = """
            select e.position, t.id, t.kind, t.memo, t.booked_on, t.value_on, e.delta, e.running,
                coalesce(y.name, l.party), coalesce(y.account_number, l.party_account), coalesce(p.number, l.serial),
                l.id, y.id, p.id, t.reverses, u.id, t.booked_by,
                y.id is not null or exists (select from receipt h where h.line_id = l.id and h.case_id = $2 and h.reversed_by is null)
            from (select e.position, e.transaction_id, d.delta, sum(d.delta) over (order by e.position) as running
                  from ledger_entry e,
                      lateral (select case e.side when 'CREDIT' then e.amount else -e.amount end as delta) d
                  where e.account_id = $1) e
                join ledger_transaction t on t.id = e.transaction_id
                left join ledger_transaction o on o.id = t.reverses
                left join ledger_transaction u on u.reverses = t.id
                left join receipt r on r.case_id = $2 and r.transaction_id = coalesce(o.id, t.id)
                left join bank_line l on l.id = r.line_id
                left join payment p on p.id = coalesce(o.subject_id, t.subject_id)
                left join payee y on y.id = p.payee_id
            """;

    private static final String SERIES = """
            select d.day, d.money_in, d.money_out, sum(d.money_in - d.money_out) over (order by d.day)
            from (select t.booked_on as day, coalesce(sum(e.amount) filter (where e.side = 'CREDIT'), 0) as money_in,
                      coalesce(sum(e.amount) filter (where e.side = 'DEBIT'), 0) as money_out
                  from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
                  where e.account_id = $1 group by t.booked_on) d
            order by d.day
            """;

    /** From the position on, in the order asked. */
    public Uni<List<CardLine>> page(
            SqlClient client, UUID accountId, UUID caseId, boolean newestFirst, long from, int limit) {
        String order = newestFirst
                ? " where e.position < $3 order by e.position desc limit $4"
                : " where e.position > $3 order by e.position limit $4";
        return Database.list(client, ENTRIES + order, CardRows::line, accountId, caseId, from, limit);
    }

    /** All of them, the oldest first. */
    public Uni<List<CardLine>> all(SqlClient client, UUID accountId, UUID caseId) {
        return Database.list(client, ENTRIES + " order by e.position", CardRows::line, accountId, caseId);
    }

    /** The days on which money moved. */
    public Uni<List<MoneyDay>> series(SqlClient client, UUID accountId) {
        return Database.list(
                client,
                SERIES,
                row -> new MoneyDay(
                        row.getLocalDate(0), row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3)),
                accountId);
    }

    private static CardLine line(Row row) {
        return new CardLine(
                row.getLong(0),
                row.getUUID(1),
                TransactionKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getLocalDate(4),
                row.getLocalDate(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getUUID(11),
                row.getUUID(12),
                row.getUUID(13),
                row.getUUID(14),
                row.getUUID(15),
                row.getUUID(16),
                row.getBoolean(17));
    }
}
