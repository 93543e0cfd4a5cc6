package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.ledger.rules.Finding;
import org.zhixing.ledger.rules.FindingKind;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.Reconciliation.Day;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.ledger.store.ReconciliationRows;
import org.zhixing.platform.Database;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;

/** What lies before the last closed month is carried forward, and not read again; today is 2022-11-01. */
@QuarkusTest
class CarryTest extends CourtTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final YearMonth LAST = YearMonth.of(2022, 9);

    @Inject
    Books books;

    @Inject
    Months months;

    @Inject
    NightlyCheck nightly;

    @Inject
    Reconciliations reconciliations;

    @Inject
    ReconciliationRows rows;

    @Inject
    Verification verification;

    @Inject
    Database database;

    private Books.Held held;

    @BeforeEach
    void file() {
        held = books.open();
    }

    /** So many lines a day, booked on their day, from a month October. */
    private void history(YearMonth from, int aDay) {
        books.line("FIRST", from.atDay(1), "1.00", null);
        String each = "from generate_series(date '" + from.atDay(1) + "', date '2022-10-31', interval '1 day') d,"
                + " generate_series(1, " + aDay + ") n";
        String id = "md5('%s' || d::date || '/' || n)::uuid";
        data.run("insert into ledger_transaction (id, court_id, kind, case_id, booked_on, value_on, memo, subject_id,"
                + " entries) select " + id.formatted("t") + ", 1, 'RECEIPT', '" + held.caseId() + "', d, d, 'x', "
                + id.formatted("l") + ", 2 " + each
                + "; insert into ledger_entry (transaction_id, seq, court_id,"
                + " account_id, side, amount) select " + id.formatted("t") + ", s.seq, 1, s.account, s.side, n "
                + each
                + ", (values (1, '" + books.funds().bank() + "'::uuid, 'DEBIT'), (2, '" + held.accountId()
                + "', 'CREDIT')) s (seq, account, side)");
        data.run("insert into bank_line (id, court_id, import_id, serial, at, value_on, money_in, matched,"
                + " transaction_id) select " + id.formatted("l")
                + ", 1, (select import_id from bank_line limit 1), d::date || '/' || n, d, d,"
                + " n, 'VIRTUAL', " + id.formatted("t") + " " + each);
        LedgerTransaction first = books.received(held, "1.00", from.atDay(1), null);
        books.post(first);
        data.run("update bank_line set transaction_id = '" + first.id() + "' where serial = 'FIRST'");
    }

    private void vacuum() {
        for (String table : List.of("bank_line", "ledger_entry", "ledger_transaction")) {
            data.run("vacuum analyze " + table);
        }
    }

    private void close(YearMonth from) {
        for (YearMonth month = from; !month.isAfter(LAST); month = month.plusMonths(1)) {
            YearMonth closing = month;
            await(database.inTransaction(tx -> months.close(tx, 1, closing, books.person("funds"), Books.TODAY)));
        }
    }

    /** Rows of the statement and of the ledger that the database reads for the days and the items of October. */
    private long read() {
        LocalDate from = LocalDate.of(2022, 10, 1);
        LocalDate to = LocalDate.of(2022, 10, 31);
        return await(database.inTransaction(tx -> counted(tx).chain(before -> rows.before(tx, 1, from)
                .chain(() -> rows.days(tx, 1, from, to))
                .chain(() -> rows.spans(tx, 1, from, to))
                .chain(() -> rows.items(tx, 1, to, null, ReconciliationRows.Place.START, 50))
                .chain(() -> counted(tx))
                .map(after -> after - before))));
    }

    /** What the connection has read of them so far. */
    private static Uni<Long> counted(SqlConnection tx) {
        return Database.first(
                        tx,
                        "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_xact_user_tables"
                                + " where relname in ('bank_line', 'ledger_entry', 'ledger_transaction')",
                        row -> row.getLong(0))
                .map(found -> found.orElseThrow());
    }

    @Test
    void aCallCostsTheDaysSinceTheLastClosedMonthHoweverLongTheHistoryIs() {
        YearMonth from = YearMonth.of(2021, 4);
        history(from, 8);
        vacuum();
        List<Day> whole = days(LocalDate.of(2022, 9, 20));
        long uncarried = read();
        close(from);
        assertThat(data.count("select count(*) from bank_carry")).isEqualTo(18);
        long carried = read();
        System.out.printf("Rows read for one month of nineteen: %d, carried forward %d%n", uncarried, carried);
        // October has 248 lines, as many bookings and twice as many entries; five questions look at them.
        assertThat(carried).isLessThan(12_000);
        assertThat(uncarried).isGreaterThan(5 * carried);
        same(whole, days(LocalDate.of(2022, 9, 20)));
        assertThat(found()).isEmpty();
    }

    @Test
    void whatComesLateForAClosedMonthIsSeenAtOnceAndCarriedForwardByTheNightlyCheck() {
        YearMonth from = YearMonth.of(2022, 8);
        history(from, 2);
        close(from);
        assertThat(carries()).containsExactly("2022-09-01", "2022-10-01");
        // Booked in November for September: read beside what is carried.
        LedgerTransaction late = new LedgerTransaction(
                UUID.randomUUID(),
                1,
                TransactionKind.RECEIPT,
                held.caseId(),
                Books.TODAY,
                LocalDate.of(2022, 9, 9),
                "迟到",
                null,
                null,
                null,
                LedgerTransaction.entries(books.funds().bank(), held.accountId(), Books.yuan("77.00")));
        books.post(late);
        assertThat(carries()).hasSize(2);
        assertThat(difference()).isEqualByComparingTo("-77.00");
        // Its line: what is carried past September is taken away, what is carried past August stays.
        UUID line = books.line("LATE", LocalDate.of(2022, 9, 9), "77.00", null);
        assertThat(carries()).containsExactly("2022-09-01");
        assertThat(difference()).isEqualByComparingTo("0.00");
        data.run("update bank_line set transaction_id = '" + late.id() + "' where id = '" + line + "'");
        List<Day> read = days(LocalDate.of(2022, 10, 1));
        nightly.check(LocalDate.of(2022, 11, 1)).await().atMost(PATIENCE);
        assertThat(carries()).containsExactly("2022-09-01", "2022-10-01");
        same(read, days(LocalDate.of(2022, 10, 1)));
        assertThat(found()).isEmpty();
        // A change that says nothing of the money carries on.
        data.run("update bank_line set remark = '更正' where id = '" + line + "'");
        assertThat(carries()).hasSize(2);
    }

    @Test
    void jumpsOfTheStatementAreKeptWithWhatIsCarried() {
        YearMonth from = YearMonth.of(2022, 8);
        history(from, 1);
        data.run("delete from bank_carry; update bank_line set balance = case when value_on < '2022-09-10' then 5 else"
                + " 9 end + (select sum(o.money_in) from bank_line o where (o.value_on, o.at) <="
                + " (bank_line.value_on, bank_line.at))");
        List<String> gaps = gaps();
        assertThat(gaps).hasSize(2);
        data.run("insert into bank_gap_note (line_id, court_id, reason, noted_by, noted_on) select line_id, 1, '已核', '"
                + books.person("funds") + "', '2022-11-01' from bank_gap where court_id = 1");
        List<Day> read = days(LocalDate.of(2022, 10, 1));
        close(from);
        assertThat(data.count("select count(*) from bank_jump")).isEqualTo(2);
        assertThat(gaps()).isEqualTo(gaps);
        same(read, days(LocalDate.of(2022, 10, 1)));
    }

    @Test
    void theChecksProveWhatIsCarried() {
        YearMonth from = YearMonth.of(2022, 8);
        history(from, 2);
        close(from);
        assertThat(found()).isEmpty();
        data.run("update bank_carry set lines = lines + 3 where day = '2022-09-01'");
        assertThat(found()).hasSize(2).allSatisfy(finding -> assertThat(
                        finding.stored().subtract(finding.proven()).abs())
                .isEqualByComparingTo("3"));
        data.run("update bank_carry set lines = lines - 3 where day = '2022-09-01'");
        data.run("insert into bank_carry_item values (1, '2022-10-01', gen_random_uuid(), 'BANK', gen_random_uuid(),"
                + " '2022-09-02', 4)");
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.CARRIED);
            assertThat(finding.stored()).isEqualByComparingTo("4");
        });
    }

    private List<Finding> found() {
        return await(verification.verify(database.reading(), 1, List.of(FindingKind.CARRIED)))
                .findings();
    }

    private List<String> gaps() {
        return data.query("select value_on || ' ' || jump || ' ' || first from bank_gap where court_id = 1 order by 1");
    }

    private List<String> carries() {
        return data.query("select day from bank_carry where court_id = 1 order by day");
    }

    private BigDecimal difference() {
        List<Day> days = days(LocalDate.of(2022, 10, 1));
        return days.get(days.size() - 1).difference();
    }

    private List<Day> days(LocalDate from) {
        return await(reconciliations.days(1, from, LocalDate.of(2022, 10, 31)));
    }

    private static void same(List<Day> expected, List<Day> actual) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
