package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.Reconciliation;
import org.zhixing.platform.Database;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** Statement against ledger on a real PostgreSQL; today is 2022-11-01. */
@QuarkusTest
class ReconciliationTest extends CourtTest {
    private static final LocalDate FIRST = LocalDate.of(2022, 10, 3);

    @Inject
    Books books;

    @Inject
    Reconciliations reconciliations;

    @Inject
    Database database;

    @Test
    void whatBothHaveOnTheSameDayDiffersByNothing() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", FIRST);
        UUID payment = books.payment(held, receipt, "30.00", "PAID", FIRST.plusDays(1));
        tie(books.line("OUT", FIRST.plusDays(1), "-30.00", null), payment);
        days("2022-10-02", "2022-10-05")
                .body("days", hasSize(4))
                .body("days.bankIn", contains("0.00", "100.00", "0.00", "0.00"))
                .body("days.ledgerOut", contains("0.00", "0.00", "30.00", "0.00"))
                .body("days.bankClosing", contains("0.00", "100.00", "70.00", "70.00"))
                .body("days.ledgerClosing", contains("0.00", "100.00", "70.00", "70.00"))
                .body("days.difference.unique()", equalTo(List.of("0.00")))
                .body("days.explained.unique()", equalTo(List.of(true)))
                .body("days.items.flatten()", empty());
    }

    @Test
    void aPaymentThatTheStatementShowsLaterExplainsTheDaysBetween() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", FIRST);
        UUID payment = books.payment(held, receipt, "30.00", "PAID", FIRST.plusDays(1));
        tie(books.line("OUT", FIRST.plusDays(3), "-30.00", null), payment);
        days("2022-10-03", "2022-10-06")
                .body("days.difference", contains("0.00", "30.00", "30.00", "0.00"))
                .body("days[1].items[0].kind", equalTo("LEDGER_OUT"))
                .body("days[1].items[0].amount", equalTo("30.00"))
                .body("days[1].items[0].text", equalTo("账面已付、银行未付"))
                .body("days.explained.unique()", equalTo(List.of(true)));
        items("on=2022-10-05").body("items", hasSize(1)).body("items[0].transactionKind", equalTo("PAID"));
        items("on=2022-10-06").body("items", empty());
    }

    @Test
    void jumpsOfTheStatementAreItemsUntilTheyAreExplained() {
        Books.Held held = books.open();
        UUID first = books.line("A", FIRST, "10.00", "1010.00");
        UUID second = books.line("B", FIRST.plusDays(2), "5.00", "1065.00");
        book(held, first, "10.00", FIRST);
        book(held, second, "5.00", FIRST.plusDays(2));
        days("2022-10-03", "2022-10-05")
                .body("days.bankClosing", contains("1010.00", "1010.00", "1065.00"))
                .body("days.difference", contains("1000.00", "1000.00", "1050.00"))
                .body("days[2].items.kind", contains("OPENING", "GAP"))
                .body("days[2].items.amount", contains("1000.00", "50.00"))
                .body("days.explained.unique()", equalTo(List.of(false)));
        items("on=2022-10-05&kind=GAP").body("items[0].may", contains("NOTE")).body("items[0].serial", equalTo("B"));
        act(first, "note", Map.of("reason", "上线前余额，另账管理"), 200);
        act(second, "note", Map.of("reason", "利息流水未导出"), 200);
        act(second, "note", Map.of("reason", "又一次"), 409);
        act(books.line("C", FIRST.plusDays(2), "1.00", "1066.00"), "note", Map.of("reason", "没有缺口"), 404);
        days("2022-10-03", "2022-10-04").body("days.explained.unique()", equalTo(List.of(true)));
    }

    @Test
    void linesOfOneMomentAreNoJumpWhicheverOfThemTheFileHasFirst() {
        books.line("A", FIRST, "10.00", "10.00");
        books.line("D", FIRST.plusDays(1), "-2.00", "20.00");
        books.line("C", FIRST.plusDays(1), "7.00", "22.00");
        books.line("B", FIRST.plusDays(1), "5.00", "15.00");
        books.line("E", FIRST.plusDays(2), "1.00", "21.00");
        data.run("update bank_line set at = value_on");
        assertThat(data.query("select line_id from bank_gap")).isEmpty();
        days("2022-10-03", "2022-10-05").body("days.bankClosing", contains("10.00", "20.00", "21.00"));
        data.run("update bank_line set balance = balance + 3 where serial <> 'A'");
        assertThat(data.query("select l.serial || ' ' || g.jump from bank_gap g join bank_line l on l.id = g.line_id"))
                .containsExactly("D 3.00");
    }

    @Test
    void moneyOutIsTiedToItsPaymentOrBookedAsAChargeAndTakenBack() {
        People.as("funds")
                .get("/api/v1/bank-lines/" + UUID.randomUUID() + "/candidates")
                .then()
                .statusCode(404);
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", FIRST);
        UUID payment = books.payment(held, receipt, "30.00", "PAID", FIRST);
        data.run(
                "insert into payment_batch (id, court_id, number, payments, amount, status, created_by, created_on) values"
                        + " ('" + payment + "', 1, '1', 1, 30, 'SETTLED', '" + books.person("funds") + "', '" + FIRST
                        + "');"
                        + " update payment set batch_id = id, settled_on = '" + FIRST + "'");
        UUID out = books.line("OUT", FIRST.plusDays(1), "-30.00", null);
        UUID charge = books.line("CHARGE", FIRST.plusDays(1), "-2.00", null);
        items("on=2022-10-04&kind=BANK_OUT")
                .body("items.amount", contains("-30.00", "-2.00"))
                .body("items[0].may", contains("LINK", "CHARGE"));
        People.as("funds")
                .get("/api/v1/bank-lines/" + out + "/candidates")
                .then()
                .body("paymentId", contains(payment.toString()))
                .body("payee", contains("王某"));
        act(charge, "payment", Map.of("paymentId", payment), 422).body("code", equalTo("payment-not-the-line"));
        act(out, "payment", Map.of("paymentId", payment), 200);
        act(out, "charge", Map.of("reason", "手续费"), 422).body("code", equalTo("line-settled"));
        act(charge, "charge", Map.of("reason", "手续费"), 422).body("code", equalTo("account-short"));
        books.post(books.fee(held, "3.00", FIRST));
        act(charge, "charge", Map.of("reason", "手续费"), 200);
        days("2022-10-03", "2022-10-04")
                .body("days.difference", contains("30.00", "0.00"))
                .body("days.explained.unique()", equalTo(List.of(true)));
        act(charge, "reopening", Map.of("reason", "不是手续费"), 200);
        act(charge, "reopening", Map.of("reason", "不是手续费"), 422).body("code", equalTo("line-open"));
        days("2022-10-31", "2022-11-01")
                .body("days[1].difference", equalTo("-2.00"))
                .body("days[1].items.kind", contains("BANK_OUT"))
                .body("days[1].explained", equalTo(false));
        act(out, "reopening", Map.of("reason", "关联错误"), 200);
        items("").body("items.amount", contains("30.00", "-30.00", "-2.00"));
        assertThat(
                        data.query(
                                "select action from audit where action like 'bank-line%' and action not like '%.looked' order by seq"))
                .containsExactly("bank-line.linked", "bank-line.charged", "bank-line.undone", "bank-line.undone");
        assertThat(data.query("select account_id from ledger_account_wrong")).isEmpty();
    }

    @Test
    void theSameKeySettlesALineOnce() {
        Books.Held held = books.open();
        books.receipt(held, "100.00", FIRST);
        books.post(books.fee(held, "9.00", FIRST));
        UUID charge = books.line("CHARGE", FIRST, "-2.00", null);
        for (int i = 0; i < 2; i++) {
            People.as("funds")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "once")
                    .body(Map.of("reason", "手续费"))
                    .post("/api/v1/bank-lines/" + charge + "/charge")
                    .then()
                    .statusCode(200)
                    .body("lineId", equalTo(charge.toString()));
        }
        assertThat(data.count("select count(*) from ledger_transaction where kind = 'BANK_CHARGE'"))
                .isEqualTo(1);
    }

    /** Lines and postings at random, tied and not, reversed and not: every difference is the sum of its items, or it throws. */
    @Test
    void everyDifferenceIsTheSumOfItsItemsWhateverHappened() {
        Books.Held held = books.open();
        int explained = 0;
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<UUID> lines = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                LocalDate on = FIRST.plusDays(random.nextInt(20));
                String amount = "" + (1 + random.nextInt(500)) + "." + (10 + random.nextInt(90));
                switch (random.nextInt(5)) {
                    case 0 -> lines.add(books.line(seed + "/" + i, on, amount, random.nextBoolean() ? amount : null));
                    case 1 -> lines.add(books.line(seed + "/" + i, on, "-" + amount, null));
                    case 2 -> books.post(books.received(held, amount, on, null));
                    case 3 -> {
                        UUID line = books.line(seed + "/" + i, on, amount, null);
                        LedgerTransaction booked = books.received(held, amount, on.plusDays(random.nextInt(3)), line);
                        books.post(booked);
                        data.run("update bank_line set transaction_id = '" + booked.id() + "' where id = '" + line
                                + "'");
                        if (random.nextInt(3) == 0) {
                            books.post(booked.reversal(UUID.randomUUID(), on.plusDays(5), "错", null));
                        }
                    }
                    default -> {
                        LedgerTransaction booked = books.received(held, amount, on, null);
                        books.post(booked);
                        if (!lines.isEmpty()) {
                            data.run("update bank_line set transaction_id = '" + booked.id() + "' where id = '"
                                    + lines.remove(0) + "'");
                        }
                    }
                }
            }
            List<Reconciliation.Day> days = reconciliations
                    .days(books.court(), FIRST.minusDays(2), FIRST.plusDays(30))
                    .await()
                    .indefinitely();
            for (Reconciliation.Day day : days) {
                BigDecimal sum = day.items().values().stream()
                        .map(Reconciliation.Sum::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(day.difference());
                explained += day.items().size();
            }
            Reconciliation.Day last = days.get(days.size() - 1);
            assertThat(last.ledgerClosing())
                    .isEqualByComparingTo(
                            data.query("select balance from ledger_account where kind = 'BANK' and court_id = 1")
                                    .get(0));
            List<String> known = data.query("select balance from bank_line where balance is not null"
                    + " order by value_on desc, at desc, id desc limit 1");
            List<String> since =
                    data.query("select coalesce(sum(coalesce(money_in, -money_out)), 0) from bank_line l where"
                            + " (value_on, at, id) > (select value_on, at, id from bank_line where balance is not null"
                            + " order by value_on desc, at desc, id desc limit 1)");
            if (!known.isEmpty()) {
                assertThat(last.bankClosing())
                        .as("what the bank's own last balance says")
                        .isEqualByComparingTo(new BigDecimal(known.get(0)).add(new BigDecimal(since.get(0))));
            }
        }
        assertThat(explained).isGreaterThan(500);
    }

    @Test
    void monthsAreClosedInOrderOnceEveryDayIsExplained() {
        Books.Held held = books.open();
        books.receipt(held, "100.00", LocalDate.of(2022, 9, 5));
        UUID open = books.line("OUT", LocalDate.of(2022, 10, 7), "-2.00", null);
        books.post(books.fee(held, "3.00", LocalDate.of(2022, 9, 6)));
        closing("funds", "2022-11").statusCode(422).body("code", equalTo("month-not-over"));
        closing("funds", "2022-10")
                .statusCode(422)
                .body("code", equalTo("month-before-open"))
                .body("remedy", containsString("2022-09"));
        closing("funds", "soon").statusCode(400);
        closing("director", "2022-09").statusCode(403);
        closing("funds", "2022-09")
                .statusCode(200)
                .body("month", equalTo("2022-09"))
                .body("closedBy.name", equalTo("曹某"));
        closing("funds", "2022-09")
                .statusCode(409)
                .body("code", equalTo("month-closed-already"))
                .body("clause", notNullValue());
        closing("funds", "2022-10")
                .statusCode(422)
                .body("code", equalTo("month-unexplained"))
                .body("detail", containsString("2022-10-07"))
                .body("detail", containsString("-2.00"));
        act(open, "charge", Map.of("reason", "手续费"), 200);
        closing("funds", "2022-10").statusCode(200);
        People.as("auditor").get("/api/v1/ledger/months").then().body("month", contains("2022-10", "2022-09"));
        People.as("auditor")
                .get("/api/v1/ledger/months/2022-09")
                .then()
                .statusCode(200)
                .body("days", hasSize(30))
                .body("days[4].bankIn", equalTo("100.00"))
                .body("balances.BANK", equalTo("100.00"))
                .body("balances.FEE", equalTo("3.00"));
        People.as("auditor").get("/api/v1/ledger/months/2022-08").then().statusCode(404);
        assertThat(data.query("select action from audit where action = 'month.closed'"))
                .hasSize(2);
    }

    @Test
    void theDaysGoOutAsTables() throws IOException {
        Books.Held held = books.open();
        books.receipt(held, "100.00", FIRST);
        books.line("OUT", FIRST, "-2.50", null);
        String csv = new String(export("csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("日期,银行收入", "2022-10-03,100.00,2.50,97.50,100.00,0.00,100.00,-2.50,否");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(export("xlsx")))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("银行存款对账", "未达账项");
            assertThat(workbook.getFirstSheet().read().get(1).getCellAsNumber(7))
                    .contains(new BigDecimal("-2.50"));
        }
        People.as("funds")
                .get("/api/v1/reconciliation/export?format=pdf")
                .then()
                .statusCode(400);
        People.as("funds")
                .get("/api/v1/reconciliation?from=2020-01-01&to=2022-01-01")
                .then()
                .statusCode(400);
    }

    private static byte[] export(String format) {
        return People.as("funds")
                .get("/api/v1/reconciliation/export?from=2022-10-03&to=2022-10-05&format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private void book(Books.Held held, UUID line, String amount, LocalDate on) {
        LedgerTransaction booked = books.received(held, amount, on, line);
        books.post(booked);
        data.run("update bank_line set transaction_id = '" + booked.id() + "' where id = '" + line + "'");
    }

    private void tie(UUID line, UUID payment) {
        data.run("update bank_line set payment_id = '" + payment + "' where id = '" + line + "'");
    }

    private static ValidatableResponse days(String from, String to) {
        return People.as("funds")
                .get("/api/v1/reconciliation?from=" + from + "&to=" + to)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse items(String query) {
        return People.as("funds")
                .get("/api/v1/reconciliation/items" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse act(UUID line, String act, Map<String, ?> body, int status) {
        return People.as("funds")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/bank-lines/" + line + "/" + act)
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse closing(String who, String month) {
        return People.as(who)
                .contentType(ContentType.JSON)
                .post("/api/v1/ledger/months/" + month + "/closing")
                .then();
    }
}
