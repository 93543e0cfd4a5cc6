package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Patience;

/** What the database itself refuses, whoever asks, and what people are told of it. */
@QuarkusTest
class LedgerTest extends CourtTest {
    private static final String UNCHANGED = "ledger rows are never changed";

    @Inject
    Books books;

    @Inject
    Postings postings;

    @Inject
    Database database;

    private Books.Held held;

    @BeforeEach
    void aCase() {
        held = books.open();
    }

    @Test
    void moneyMovesBetweenAccountsAndEveryBalanceFollows() {
        books.post(books.received(held, "100.10", Books.TODAY, null));
        books.post(books.ordered(held, "60.05", Books.TODAY, null), books.fee(held, "1.00", Books.TODAY));
        books.post(books.paid(held, "60.05", Books.TODAY, null));
        assertThat(balance("CASE")).isEqualTo("39.05");
        assertThat(balance("PAYING")).isEqualTo("0.00");
        assertThat(balance("FEE")).isEqualTo("1.00");
        assertThat(balance("BANK")).isEqualTo("40.05");
        assertThat(data.query("select account_id from ledger_account_wrong")).isEmpty();
    }

    @Test
    void sidesThatDifferAreRefused() {
        refused("does not balance", raw("2", entry(1, "BANK", "DEBIT", "5.00"), entry(2, "CASE", "CREDIT", "4.99")));
        assertNothingBooked();
    }

    @Test
    void fewerOrOtherEntriesThanWereSaidAreRefused() {
        refused("does not balance", raw("3", entry(1, "BANK", "DEBIT", "5.00"), entry(2, "CASE", "CREDIT", "5.00")));
        refused("does not balance", raw("2", entry(1, "BANK", "DEBIT", "5.00"), entry(3, "CASE", "CREDIT", "5.00")));
        refused("has not its entries", raw("2"));
        refused("ledger_transaction_entries_check", raw("1", entry(1, "BANK", "DEBIT", "5.00")));
        refused("ledger_entry_amount_check", raw("2", entry(1, "BANK", "DEBIT", "0"), entry(2, "CASE", "CREDIT", "0")));
        refused(
                "ledger_entry_amount_check",
                raw("2", entry(1, "BANK", "DEBIT", "-5"), entry(2, "CASE", "CREDIT", "-5")));
        assertNothingBooked();
    }

    @Test
    void entriesAddedLaterAreRefusedEvenWhenTheyBalance() {
        books.post(books.received(held, "5.00", Books.TODAY, null));
        String id = data.query("select id from ledger_transaction").get(0);
        refused("does not balance", insert(id, entry(3, "BANK", "DEBIT", "1.00"), entry(4, "CASE", "CREDIT", "1.00")));
        refused("ledger_entry_pkey", insert(id, entry(1, "BANK", "DEBIT", "1.00"), entry(2, "CASE", "CREDIT", "1.00")));
        assertThat(balance("BANK")).isEqualTo("5.00");
    }

    @Test
    void noAccountGoesBelowZeroByAFen() {
        books.post(books.received(held, "5.00", Books.TODAY, null));
        assertRefusal("account-short", 422, books.ordered(held, "5.01", Books.TODAY, null));
        assertRefusal("account-short", 422, books.paid(held, "0.01", Books.TODAY, null));
        assertThat(balance("CASE")).isEqualTo("5.00");
        assertThatCode(() -> books.post(books.ordered(held, "5.00", Books.TODAY, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void allOfAPostingOrNothingIsBooked() {
        assertRefusal(
                "account-short",
                422,
                books.received(held, "5.00", Books.TODAY, null),
                books.ordered(held, "6.00", Books.TODAY, null));
        assertNothingBooked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set amount = 1",
                "update ledger_entry set side = side",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_transaction set memo = 'x'",
                "delete from ledger_transaction",
                "truncate ledger_transaction cascade",
                "truncate ledger_account cascade"
            })
    void rowsAreNeitherChangedNorTakenAway(String sql) {
        books.post(books.received(held, "5.00", Books.TODAY, null));
        refused(UNCHANGED, sql);
    }

    @Test
    void nobodySetsABalanceByHandOrTurnsAnAccountIntoAnother() {
        books.post(books.received(held, "5.00", Books.TODAY, null));
        refused("a balance follows from its entries", "update ledger_account set balance = 6");
        for (String change : List.of(
                "kind = 'BANK', case_id = null, virtual_number = null",
                "court_id = 2",
                "virtual_number = '8'",
                "opened_on = '2022-01-01'")) {
            refused(
                    "an account is opened empty and stays what it is",
                    "update ledger_account set " + change + " where kind = 'CASE'");
        }
        refused("stays what it is", "delete from ledger_account");
        refused(
                "opened empty",
                "insert into ledger_account (id, court_id, case_id, virtual_number, opened_on, balance)"
                        + " values (gen_random_uuid(), 1, null, '9', '2022-01-01', 5)");
        refused(
                "ledger_account_of_court",
                "insert into ledger_account (id, court_id, kind, opened_on)"
                        + " values (gen_random_uuid(), 1, 'BANK', '2022-01-01')");
        assertThat(balance("CASE")).isEqualTo("5.00");
    }

    @Test
    void aClosedMonthAndAllBeforeItTakeNoBooking() {
        close("2022-09-01");
        assertRefusal("month-closed", 422, books.received(held, "5.00", LocalDate.of(2022, 9, 30), null));
        assertRefusal("month-closed", 422, books.received(held, "5.00", LocalDate.of(2022, 8, 1), null));
        assertNothingBooked();
        books.post(books.received(held, "5.00", LocalDate.of(2022, 10, 1), null));
        refused(UNCHANGED, "delete from ledger_month");
        refused(UNCHANGED, "update ledger_month set month = '2022-01-01'");
        refused(UNCHANGED, "truncate ledger_month");
    }

    @Test
    void whoeverClosesAMonthWaitsForWhoeverIsBooking() throws Exception {
        LedgerTransaction late = books.received(held, "5.00", LocalDate.of(2022, 9, 30), null);
        CompletableFuture<Void> booked = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Void> booking = database.inTransaction(tx -> postings.post(tx, List.of(late))
                        .invoke(() -> booked.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(go)))
                .subscribeAsCompletionStage();
        booked.get();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> close("2022-09-01"));
        awaitWaitingForTheMonths();
        assertThat(closing).isNotDone();
        go.complete(null);
        booking.get();
        closing.get();
        assertThat(data.count("select count(*) from ledger_transaction")).isEqualTo(1);
        assertThat(data.count("select count(*) from ledger_month")).isEqualTo(1);
    }

    @Test
    void aTransactionIsReversedOnceAndByItsMirror() {
        LedgerTransaction receipt = books.received(held, "5.00", Books.TODAY, null);
        books.post(receipt);
        LedgerTransaction reversal = receipt.reversal(UUID.randomUUID(), Books.TODAY, "记错案件", null);
        LedgerTransaction other = new LedgerTransaction(
                UUID.randomUUID(),
                receipt.courtId(),
                TransactionKind.REVERSAL,
                held.caseId(),
                Books.TODAY,
                Books.TODAY,
                "半数",
                null,
                receipt.id(),
                null,
                LedgerTransaction.entries(held.accountId(), books.funds().bank(), Books.yuan("2.50")));
        assertThatThrownBy(() -> books.post(other)).hasMessageContaining("is not the mirror");
        books.post(reversal);
        assertThat(balance("CASE")).isEqualTo("0.00");
        assertRefusal("reversed-already", 409, receipt.reversal(UUID.randomUUID(), Books.TODAY, "又一次", null));
    }

    @Test
    void moneyStaysInItsCourtAndInItsCase() {
        UUID elsewhere = books.uuid("select id from ledger_account where court_id <> 1 and kind = 'SUSPENSE'");
        assertThatThrownBy(() -> books.post(books.transaction(
                        TransactionKind.RECEIPT,
                        null,
                        Books.TODAY,
                        null,
                        LedgerTransaction.entries(books.funds().bank(), elsewhere, Books.yuan("5.00")))))
                .hasMessageContaining("does not balance");
        Books.Held another = books.open();
        Books.Held mixed = new Books.Held(another.caseId(), held.accountId());
        assertThatThrownBy(() -> books.post(books.received(mixed, "5.00", Books.TODAY, null)))
                .hasMessageContaining("does not balance");
        assertNothingBooked();
    }

    @Test
    void aCourtThatIsNotThereHasNoLedger() {
        String ours = raw("2", entry(1, "BANK", "DEBIT", "5.00"), entry(2, "CASE", "CREDIT", "5.00"));
        String transactionElsewhere = ours.replace("', 1, 'RECEIPT'", "', 999, 'RECEIPT'");
        String entriesElsewhere = ours.replace("::smallint, 1,", "::smallint, 999,");
        assertThat(List.of(transactionElsewhere, entriesElsewhere)).doesNotContain(ours);
        refused("does not balance", transactionElsewhere);
        refused("does not balance", entriesElsewhere);
        refused("does not balance", entriesElsewhere.replace("', 1, 'RECEIPT'", "', 999, 'RECEIPT'"));
        refused("has not its entries", raw("2").replace("', 1, 'RECEIPT'", "', 999, 'RECEIPT'"));
        assertNothingBooked();
    }

    @Test
    void aPostingLeavesTheIndexesOfItsAccountsAlone() {
        assertThat(data.query("select indexrelid::regclass::text from pg_index where indrelid ="
                        + " 'ledger_account'::regclass and pg_get_indexdef(indexrelid) like '%balance%'"))
                .isEmpty();
    }

    @Test
    void postingsThatNameTheirAccountsInOppositeOrderDoNotBlockEachOther()
            throws InterruptedException, ExecutionException {
        UUID bank = books.funds().bank();
        List<LedgerTransaction> all = IntStream.range(0, 40)
                .mapToObj(i -> {
                    List<LedgerTransaction.Entry> entries =
                            LedgerTransaction.entries(bank, held.accountId(), Books.yuan("1.00"));
                    return books.transaction(
                            TransactionKind.RECEIPT,
                            held.caseId(),
                            Books.TODAY,
                            null,
                            i % 2 == 0 ? entries : List.of(entries.get(1), entries.get(0)));
                })
                .toList();
        for (CompletableFuture<Void> each : all.stream()
                .map(one -> CompletableFuture.runAsync(() -> books.post(one)))
                .toList()) {
            each.get();
        }
        assertThat(balance("BANK")).isEqualTo("40.00");
    }

    @Test
    void sixtyFourWhoSpendTheSameMoneyAtOnceSpendItOnce() throws InterruptedException, ExecutionException {
        books.post(books.received(held, "100.00", Books.TODAY, null));
        List<LedgerTransaction> wishes = IntStream.range(0, 64)
                .mapToObj(i -> books.ordered(held, "7.00", Books.TODAY, null))
                .toList();
        List<CompletableFuture<Boolean>> spent = wishes.stream()
                .map(wish -> CompletableFuture.supplyAsync(() -> {
                    try {
                        books.post(wish);
                        return true;
                    } catch (Refusal tooLate) {
                        return false;
                    }
                }))
                .toList();
        long done = 0;
        for (CompletableFuture<Boolean> each : spent) {
            done += each.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(14);
        assertThat(balance("CASE")).isEqualTo("2.00");
        assertThat(balance("PAYING")).isEqualTo("98.00");
    }

    private void awaitWaitingForTheMonths() {
        Patience.until(
                Duration.ofSeconds(20),
                "a closing that waits",
                () -> data.count("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and classid = 11")
                        == 1);
    }

    private void close(String month) {
        data.run("insert into ledger_month (court_id, month, closed_by, closed_on, document) values (1, '" + month
                + "', '" + books.person("funds") + "', '2022-11-01', '{}')");
    }

    private String balance(String kind) {
        return data.query("select balance from ledger_account where court_id = 1 and kind = '" + kind + "'")
                .get(0);
    }

    private void assertNothingBooked() {
        assertThat(data.count("select count(*) from ledger_transaction")).isZero();
        assertThat(data.count("select count(*) from ledger_entry")).isZero();
        assertThat(data.count("select count(*) from ledger_account where balance <> 0"))
                .isZero();
    }

    private void assertRefusal(String code, int status, LedgerTransaction... all) {
        assertThatThrownBy(() -> books.post(all)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.status()).isEqualTo(status);
        });
    }

    private void refused(String why, String sql) {
        assertThatThrownBy(() -> data.run(sql)).cause().hasMessageContaining(why);
    }

    /** Straight into the tables, past the application's own checks; several statements are one transaction. */
    private String raw(String entries, String... values) {
        UUID id = UUID.randomUUID();
        String transaction = "insert into ledger_transaction (id, court_id, kind, case_id, booked_on, value_on, memo,"
                + " entries) values ('" + id + "', 1, 'RECEIPT', '" + held.caseId()
                + "', '2022-11-01', '2022-11-01', 'x', " + entries + ")";
        return transaction + (values.length == 0 ? "" : ";" + insert(id.toString(), values));
    }

    private static String insert(String transaction, String... values) {
        return "insert into ledger_entry (transaction_id, seq, court_id, account_id, side, amount) select '"
                + transaction + "', v.* from (values " + String.join(",", values)
                + ") v (seq, court, account, side, amount)";
    }

    private String entry(int seq, String kind, String side, String amount) {
        UUID account = kind.equals("CASE") ? held.accountId() : books.funds().bank();
        return "(" + seq + "::smallint, 1, '" + account + "'::uuid, '" + side + "', " + amount + "::numeric)";
    }
}
