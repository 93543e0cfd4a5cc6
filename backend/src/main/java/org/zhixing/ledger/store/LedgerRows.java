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
    private static final String TRANSACTIONS = """
            insert into ledger_transaction (id, court_id, kind, case_id, booked_on, value_on, memo, subject_id,
                reverses, entries, booked_by)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::date[], $6::date[], $7::text[],
                $8::uuid[], $9::uuid[], $10::int[], $11::uuid[])
            """;

    private static final String ENTRIES = """
            insert into ledger_entry (transaction_id, seq, court_id, account_id, side, amount)
            select * from unnest($1::uuid[], $2::int[], $3::int[], $4::uuid[], $5::text[], $6::numeric[])
            """;

    private record Line(LedgerTransaction of, int seq, Entry entry) {}

    /**
     * Takes the accounts, in the order of their ids, so that two transactions never wait for each other. Not the bank's:
     * all of a court would queue there, and it has what the others have, which do not go below zero.
     */
    public Uni<Integer> lock(SqlConnection tx, List<LedgerTransaction> all) {
        UUID[] accounts = all.stream()
                .flatMap(each -> each.entries().stream())
                .map(Entry::accountId)
                .distinct()
                .toArray(UUID[]::new);
        return Database.list(
                        tx,
                        "select id from ledger_account where id = any($1) and kind <> 'BANK'"
                                + " order by id for no key update",
                        row -> row.getUUID(0),
                        (Object) accounts)
                .map(List::size);
    }

    public Uni<Integer> insert(SqlConnection tx, List<LedgerTransaction> all) {
        Columns<LedgerTransaction> t = new Columns<>(all);
        List<Line> lines = new ArrayList<>();
        all.forEach(each -> {
            for (int i = 0; i < each.entries().size(); i++) {
                lines.add(new Line(each, i + 1, each.entries().get(i)));
            }
        });
        Columns<Line> e = new Columns<>(lines);
        return Database.execute(
                        tx,
                        TRANSACTIONS,
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
                        t.uuids(LedgerTransaction::bookedBy))
                .chain(() -> Database.execute(
                        tx,
                        ENTRIES,
                        e.uuids(line -> line.of().id()),
                        e.ints(Line::seq),
                        e.ints(line -> line.of().courtId()),
                        e.uuids(line -> line.entry().accountId()),
                        e.names(line -> line.entry().side()),
                        e.decimals(line -> line.entry().amount())));
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
