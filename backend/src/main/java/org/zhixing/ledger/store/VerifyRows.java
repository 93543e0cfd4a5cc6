package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhixing.ledger.rules.Finding;
import org.zhixing.ledger.rules.FindingKind;
import org.zhixing.platform.Database;

/** Proofs of the books, each one statement that passes once over what it proves; nothing but findings leaves the database. */
@ApplicationScoped
public class VerifyRows {
    /** Findings shown of a kind; all are counted. */
    public static final int SHOWN = 100;

    /** Every movement enters with one carry: what it adds to the one before must be what entered, in sum and by key. */
    private static final String CARRIED = """
            with step as (
                select day, lead(day) over w as next, lines - lag(lines, 1, 0::numeric) over w as lines,
                    ledger - lag(ledger, 1, 0::numeric) over w as ledger
                from bank_carry where court_id = $1 window w as (order by day)),
            entered as (
                select s.day, m.source, m.key, m.amount from bank_movement m cross join lateral (
                    select min(c.day) as day from bank_carry c where c.court_id = $1
                        and c.day > greatest(m.value_on, coalesce(m.booked_on, m.value_on))) s
                where m.court_id = $1 and s.day is not null)
            select null::uuid, null::uuid, stored, proven from (
                select s.lines, coalesce((select sum(amount) from entered e where e.day = s.day and source = 'BANK'), 0) from step s
                union all
                select s.ledger, coalesce((select -sum(amount) from entered e where e.day = s.day and source = 'LEDGER'), 0)
                from step s) t (stored, proven)
            where stored <> proven
            union all
            select key, null, sum(stored), sum(proven) from (
                select day, key, amount, 0 from bank_carry_item where court_id = $1
                union all
                select s.next, i.key, -i.amount, 0 from bank_carry_item i join step s on s.day = i.day
                where i.court_id = $1 and s.next is not null
                union all
                select day, key, 0, amount from entered) t (day, key, stored, proven)
            group by day, key having sum(stored) <> sum(proven)
            """;

    /** Each selects subject, case, what is stored and what is proven of court $1, wrong ones only. */
    private static final Map<FindingKind, String> PROOFS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    FindingKind.ACCOUNT_BALANCE,
                    "select account_id, case_id, balance, of_entries from ledger_account_wrong where court_id = $1"),
            Map.entry(FindingKind.TRANSACTION, """
                    select t.id, t.case_id, coalesce(e.debit, 0), coalesce(e.credit, 0)
                    from ledger_transaction t left join (
                        select transaction_id, count(*) as entries, sum(amount) filter (where side = 'DEBIT') as debit,
                            sum(amount) filter (where side = 'CREDIT') as credit
                        from ledger_entry group by transaction_id) e on e.transaction_id = t.id
                    where t.court_id = $1 and (e.debit is distinct from e.credit or e.entries is distinct from t.entries)
                    """),
            Map.entry(FindingKind.COURT_SUM, """
                    select null::uuid, null::uuid, s.bank, s.owed
                    from (select coalesce(sum(balance) filter (where kind = 'BANK'), 0) as bank,
                              coalesce(sum(balance) filter (where kind <> 'BANK'), 0) as owed
                          from ledger_account where court_id = $1) s
                    where s.bank <> s.owed
                    """),
            Map.entry(FindingKind.CASE_FUNDS, """
                    select a.id, a.case_id, a.balance, coalesce(r.received, 0) - coalesce(p.gone, 0)
                    from ledger_account a
                        left join (select case_id, sum(amount) as received from receipt
                            where court_id = $1 and reversed_by is null group by case_id) r on r.case_id = a.case_id
                        left join (select case_id, sum(amount) as gone from payment
                            where court_id = $1 and status in ('ORDERED', 'PAID') group by case_id) p
                            on p.case_id = a.case_id
                    where a.court_id = $1 and a.kind = 'CASE'
                        and a.balance <> coalesce(r.received, 0) - coalesce(p.gone, 0)
                    """),
            Map.entry(
                    FindingKind.RECEIPT_RESERVED,
                    "select r.id, r.case_id, r.reserved, coalesce(p.reserved, 0) from receipt r left join "
                            + parts("'APPLIED', 'ORDERED'", "reserved") + " p on p.receipt_id = r.id"
                            + " where r.court_id = $1 and r.reserved <> coalesce(p.reserved, 0)"),
            Map.entry(
                    FindingKind.RECEIPT_PAID,
                    "select r.id, r.case_id, r.paid, coalesce(p.paid, 0) from receipt r left join "
                            + parts("'PAID'", "paid") + " p on p.receipt_id = r.id"
                            + " where r.court_id = $1 and r.paid <> coalesce(p.paid, 0)"),
            Map.entry(FindingKind.RECEIPT_BOOKED, """
                    select r.id, r.case_id, r.amount, coalesce(e.amount, 0)
                    from receipt r
                        join ledger_account a on a.case_id = r.case_id
                        left join ledger_entry e on e.transaction_id = r.transaction_id and e.account_id = a.id
                            and e.side = 'CREDIT'
                        left join ledger_transaction u on u.reverses = r.transaction_id
                    where r.court_id = $1
                        and (e.amount is distinct from r.amount or u.id is distinct from r.reversed_by)
                    """),
            Map.entry(FindingKind.SUSPENSE_SUM, """
                    select a.id, null::uuid, a.balance, s.waiting
                    from ledger_account a, (select coalesce(sum(amount), 0) as waiting from suspense_item
                        where court_id = $1 and receipt_id is null) s
                    where a.court_id = $1 and a.kind = 'SUSPENSE' and a.balance <> s.waiting
                    """),
            Map.entry(FindingKind.PAYING_SUM, """
                    select a.id, null::uuid, a.balance, s.ordered
                    from ledger_account a, (select coalesce(sum(amount), 0) as ordered from payment
                        where court_id = $1 and status = 'ORDERED') s
                    where a.court_id = $1 and a.kind = 'PAYING' and a.balance <> s.ordered
                    """),
            Map.entry(FindingKind.LINE_BOOKED, """
                    select l.id, t.case_id, coalesce(l.money_in, l.money_out), coalesce(e.amount, 0)
                    from bank_line l
                        left join ledger_transaction t on t.id = l.transaction_id
                        left join ledger_account a on a.court_id = l.court_id and a.kind = 'BANK'
                        left join ledger_entry e on e.transaction_id = l.transaction_id and e.account_id = a.id
                            and e.side = case when l.money_in is null then 'CREDIT' else 'DEBIT' end
                        left join ledger_transaction u on u.reverses = l.transaction_id
                    where l.court_id = $1 and (l.money_in is not null or l.transaction_id is not null)
                        and (e.amount is distinct from coalesce(l.money_in, l.money_out) or u.id is not null)
                    """),
            Map.entry(FindingKind.LINE_PAYMENT, """
                    select l.id, p.case_id, coalesce(l.money_out, -l.money_in), p.amount
                    from bank_line l join payment p on p.id = l.payment_id
                    where l.court_id = $1 and (l.money_out is distinct from p.amount or p.status <> 'PAID'
                        or p.court_id <> l.court_id)
                    """),
            Map.entry(FindingKind.CARRIED, CARRIED)));

    private static String parts(String statuses, String name) {
        return "(select t.receipt_id, sum(t.amount) as " + name + " from payment_part t join payment p on p.id ="
                + " t.payment_id where t.court_id = $1 and p.status in (" + statuses + ") group by t.receipt_id)";
    }

    /** How much there is to prove. */
    public record Size(long accounts, long transactions, long entries) {}

    /** The first findings of a kind, and how many there are. */
    public record Found(long total, List<Finding> first) {}

    /** All that follows in the transaction is of one moment: what is booked meanwhile is not half seen. */
    public Uni<Integer> oneMoment(SqlConnection tx) {
        return Database.execute(tx, "set transaction isolation level repeatable read, read only");
    }

    public Uni<Size> size(SqlClient client, int courtId) {
        return Database.first(
                        client,
                        "select (select count(*) from ledger_account where court_id = $1),"
                                + " (select count(*) from ledger_transaction where court_id = $1),"
                                + " (select count(*) from ledger_entry where court_id = $1)",
                        row -> new Size(row.getLong(0), row.getLong(1), row.getLong(2)),
                        courtId)
                .map(found -> found.orElseThrow());
    }

    private record Counted(long total, Finding finding) {}

    public Uni<Found> find(SqlClient client, int courtId, FindingKind kind) {
        String sql = "select count(*) over (), w.subject_id, w.case_id, c.number, w.stored, w.proven from ("
                + Objects.requireNonNull(PROOFS.get(kind))
                + ") w (subject_id, case_id, stored, proven) left join enforcement_case c on c.id = w.case_id"
                + " order by w.subject_id limit " + SHOWN;
        return Database.list(
                        client,
                        sql,
                        row -> new Counted(
                                row.getLong(0),
                                new Finding(
                                        kind,
                                        row.getUUID(1),
                                        row.getUUID(2),
                                        row.getString(3),
                                        row.getBigDecimal(4),
                                        row.getBigDecimal(5))),
                        courtId)
                .map(all -> new Found(
                        all.isEmpty() ? 0 : all.get(0).total(),
                        all.stream().map(Counted::finding).toList()));
    }
}
