package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.ItemKind;
import org.zhixing.ledger.rules.Reconciliation.Moves;
import org.zhixing.ledger.rules.Reconciliation.Span;
import org.zhixing.ledger.rules.ReconciliationItem;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Database;

/**
 * Statement beside ledger. What lies before the last closed month is carried forward (V21), so that a call costs the days since
 * then; only what differs leaves the database.
 */
@ApplicationScoped
public class ReconciliationRows {
    private static final String BEFORE = "select bank, ledger from bank_before($1, $2)";

    private static final String DAYS = """
            select d.day::date, coalesce(m.bank_in, 0), coalesce(m.bank_out, 0), coalesce(m.ledger_in, 0),
                coalesce(m.ledger_out, 0)
            from generate_series($2::date, $3::date, interval '1 day') d (day)
                left join (select value_on, sum(amount) filter (where source = 'BANK' and amount > 0) as bank_in,
                        -sum(amount) filter (where source = 'BANK' and amount < 0) as bank_out,
                        -sum(amount) filter (where source = 'LEDGER' and amount < 0) as ledger_in,
                        sum(amount) filter (where source = 'LEDGER' and amount > 0) as ledger_out
                    from bank_movement where court_id = $1 and value_on between $2 and $3 group by value_on) m
                    on m.value_on = d.day
            order by d.day
            """;

    /** Of the statement's and the ledger's sums under one key. */
    private static final String KIND = """
            case when ledger = 0 and bank > 0 then 'BANK_IN' when ledger = 0 then 'BANK_OUT'
                when bank = 0 and ledger < 0 then 'LEDGER_IN' when bank = 0 then 'LEDGER_OUT' else 'AMOUNT' end
            """;

    private static final String SPANS = "select " + KIND + """
            , since, until, bank + ledger, false
            from (select key, value_on as since, lead(value_on) over w as until, sum(bank) over w as bank,
                      sum(ledger) over w as ledger
                  from (select key, value_on, coalesce(sum(amount) filter (where source = 'BANK'), 0) as bank,
                            coalesce(sum(amount) filter (where source = 'LEDGER'), 0) as ledger
                        from bank_movements($1, $2, $3) group by key, value_on) m
                  window w as (partition by key order by value_on)) r
            where bank + ledger <> 0 and (until is null or until > $2)
            union all
            select case when first then 'OPENING' else 'GAP' end, g.value_on, null, jump, n.line_id is not null
            from bank_gap g left join bank_gap_note n on n.line_id = g.line_id
            where g.court_id = $1 and g.value_on <= $3
            """;

    private static final String ITEMS = """
            select i.key, i.kind, i.since, i.amount, l.id, l.serial, l.party, l.party_account, l.remark, t.id, t.kind, c.id,
                c.number, i.note, l.money_out
            from (select key,
            """ + KIND + """
             as kind, since, bank + ledger as amount, line_id, transaction_id, null::text as note
                  from (select key, max(value_on) as since,
                            coalesce(sum(amount) filter (where source = 'BANK'), 0) as bank,
                            coalesce(sum(amount) filter (where source = 'LEDGER'), 0) as ledger,
                            (array_agg(id order by value_on, id) filter (where source = 'BANK'))[1] as line_id,
                            (array_agg(id order by value_on, id) filter (where source = 'LEDGER'))[1] as transaction_id
                        from bank_movements($1, $2, $2) group by key
                        having sum(amount) <> 0) m
                  union all
                  select g.line_id, case when first then 'OPENING' else 'GAP' end, g.value_on, jump, g.line_id, null, n.reason
                  from bank_gap g left join bank_gap_note n on n.line_id = g.line_id
                  where g.court_id = $1 and g.value_on <= $2) i
                left join lateral (select * from bank_line b where b.id = i.line_id offset 0) l on true
                left join lateral (select * from ledger_transaction x where x.id = i.transaction_id offset 0) t on true
                left join lateral (select * from enforcement_case y where y.id = t.case_id offset 0) c on true
            where ($3::text is null or i.kind = $3) and (i.since, i.kind, i.key) > ($4, $5, $6)
            order by i.since, i.kind, i.key limit $7
            """;

    /** What both held before a day. */
    public record Before(BigDecimal bank, BigDecimal ledger) {}

    /** Where a list of items goes on. */
    public record Place(LocalDate since, String kind, UUID key) {
        public static final Place START = new Place(LocalDate.of(1, 1, 1), "", new UUID(0, 0));
    }

    public Uni<Before> before(SqlClient client, int courtId, LocalDate day) {
        return Database.first(
                        client, BEFORE, row -> new Before(row.getBigDecimal(0), row.getBigDecimal(1)), courtId, day)
                .map(found -> found.orElseThrow());
    }

    public Uni<List<Moves>> days(SqlClient client, int courtId, LocalDate from, LocalDate to) {
        return Database.list(
                client,
                DAYS,
                row -> new Moves(
                        row.getLocalDate(0),
                        row.getBigDecimal(1),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4)),
                courtId,
                from,
                to);
    }

    public Uni<List<Span>> spans(SqlClient client, int courtId, LocalDate from, LocalDate to) {
        return Database.list(
                client,
                SPANS,
                row -> new Span(
                        ItemKind.valueOf(row.getString(0)),
                        row.getLocalDate(1),
                        row.getLocalDate(2),
                        row.getBigDecimal(3),
                        row.getBoolean(4)),
                courtId,
                from,
                to);
    }

    /** What makes them differ in the evening of a day, the oldest first. */
    public Uni<List<ReconciliationItem>> items(
            SqlClient client, int courtId, LocalDate on, @Nullable ItemKind kind, Place after, int limit) {
        return Database.list(
                client,
                ITEMS,
                ReconciliationRows::item,
                courtId,
                on,
                kind == null ? null : kind.name(),
                after.since(),
                after.kind(),
                after.key(),
                limit);
    }

    private static ReconciliationItem item(Row row) {
        String kind = row.getString(10);
        return new ReconciliationItem(
                row.getUUID(0),
                ItemKind.valueOf(row.getString(1)),
                row.getLocalDate(2),
                row.getBigDecimal(3),
                row.getUUID(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getUUID(9),
                kind == null ? null : TransactionKind.valueOf(kind),
                row.getUUID(11),
                row.getString(12),
                row.getString(13),
                row.getBigDecimal(14));
    }
}
