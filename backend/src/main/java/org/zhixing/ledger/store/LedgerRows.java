package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LedgerTransaction.Entry;
import org.zhixing.ledger.rules.Side;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;

/** Rows of the ledger: they are added, and never changed. Balances follow by the database's own trigger. */
@ApplicationScoped
public class LedgerRows {
    /**
     * In one statement, so that no account is held for the time of a message: whoever waits for the court's bank account
     * waits for the database, and not for an application. The accounts are taken in the order of their ids (two postings
     * never wait for each other) before the first entry gets its position.
     */
    private static final String POST = """
            with held as materialized (
                select count(*) as accounts from (
                    select id from ledger_account where id = any ($18::uuid[]) order by id for no key update) a),
            booked as (
                insert into ledger_transaction (id, court_id, kind, case_id, booked_on, value_on, memo, subject_id,
                    reverses, entries, booked_by)
                select * from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::date[], $6::date[], $7::text[],
                    $8::uuid[], $9::uuid[], $10::int[], $11::uuid[])
                returning id)
            insert into ledger_entry (transaction_id, seq, court_id, account_id, side, amount)
            select e.transaction_id, e.seq, e.court_id, e.account_id, e.side, e.amount
            from (select count(*) as transactions from booked) b cross join held cross join unnest($12::uuid[],
                $13::int[], $14::int[], $15::uuid[], $16::text[], $17::numeric[]) as e (transaction_id, seq, court_id,
                account_id, side, amount)
            where b.transactions > 0 and held.accounts >= 0
            """;

    private record Line(LedgerTransaction of, int seq, Entry entry) {}

    /** Books them; their accounts are held until the database transaction ends. */
    public Uni<Integer> insert(SqlConnection tx, List<LedgerTransaction> all) {
        Columns<LedgerTransaction> t = new Columns<>(all);
        List<Line> lines = new ArrayList<>();
        all.forEach(each -> {
            for (int i = 0; i < each.entries().size(); i++) {
                lines.add(new Line(each, i + 1, each.entries().get(i)));
            }
        });
        Columns<Line> e = new Columns<>(lines);
        UUID[] accounts =
                lines.stream().map(line -> line.entry().accountId()).distinct().toArray(UUID[]::new);
        return Database.execute(
                tx,
                POST,
                t.uuids(LedgerTransaction::id),
                t.ints(LedgerTransaction::courtId),
                t.names(LedgerTransaction::kind),
                t.uuids(LedgerTransaction::caseId),
                t.dates(LedgerTransaction::bookedOn),
                t.dates(LedgerTransaction::valueOn),
                t.texts(LedgerTransaction::memo),
                t.uuids(LedgerTransaction::subjectId),
                t.uuids(LedgerTransaction::reverses),
                t.ints(each -> each.entries().size()),
                t.uuids(LedgerTransaction::bookedBy),
                e.uuids(line -> line.of().id()),
                e.ints(Line::seq),
                e.ints(line -> line.of().courtId()),
                e.uuids(line -> line.entry().accountId()),
                e.names(line -> line.entry().side()),
                e.decimals(line -> line.entry().amount()),
                accounts);
    }

    public Uni<Optional<LedgerTransaction>> find(SqlClient client, int courtId, UUID id) {
        return Database.list(
                        client,
                        "select e.account_id, e.side, e.amount from ledger_entry e"
                                + " where e.transaction_id = $1 and e.court_id = $2 order by e.seq",
                        row -> new Entry(row.getUUID(0), Side.valueOf(row.getString(1)), row.getBigDecimal(2)),
                        id,
                        courtId)
                .chain(entries -> Database.first(
                        client,
                        "select id, court_id, kind, case_id, booked_on, value_on, memo, subject_id, reverses, booked_by"
                                + " from ledger_transaction where id = $1 and court_id = $2",
                        row -> new LedgerTransaction(
                                row.getUUID(0),
                                row.getInteger(1),
                                TransactionKind.valueOf(row.getString(2)),
                                row.getUUID(3),
                                row.getLocalDate(4),
                                row.getLocalDate(5),
                                row.getString(6),
                                row.getUUID(7),
                                row.getUUID(8),
                                row.getUUID(9),
                                entries),
                        id,
                        courtId));
    }
}
