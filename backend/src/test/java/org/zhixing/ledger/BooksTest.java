package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.testing.Books;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** The books prove themselves, on demand and at night. What is broken here is broken behind the database's own back. */
@QuarkusTest
class BooksTest extends CourtTest {
    private static final LocalDate DAY = LocalDate.of(2022, 10, 20);

    @Inject
    Books books;

    @Inject
    NightlyCheck nightly;

    @Inject
    OutboxWorker outbox;

    @Inject
    MeterRegistry metrics;

    @Test
    void soundBooksAreFoundSound() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", DAY);
        books.payment(held, receipt, "10.00", "APPLIED", DAY);
        books.payment(held, receipt, "20.00", "ORDERED", DAY);
        books.payment(held, receipt, "30.00", "PAID", DAY);
        verify().body("sound", equalTo(true))
                .body("findings", empty())
                .body("transactions", equalTo(4))
                .body("entries", equalTo(8))
                .body("proofs", hasSize(12))
                .body("proofs.findings.unique()", equalTo(List.of(0)));
        People.as("funds")
                .get("/api/v1/cases/" + held.caseId() + "/account")
                .then()
                .body("received", equalTo("100.00"))
                .body("balance", equalTo("50.00"))
                .body("reserved", equalTo("10.00"))
                .body("inTransit", equalTo("20.00"))
                .body("paid", equalTo("30.00"))
                .body("free", equalTo("40.00"));
    }

    @Test
    void everythingThatIsBrokenIsNamedWithWhatItMustBe() {
        Books.Held held = books.open();
        UUID receipt = books.receipt(held, "100.00", DAY);
        UUID applied = books.payment(held, receipt, "10.00", "APPLIED", DAY);
        behindItsBack("ledger_account", "update ledger_account set balance = 100.01 where kind = 'CASE'");
        verify().body("sound", equalTo(false))
                .body("findings.findAll { it.kind == 'ACCOUNT_BALANCE' }.stored", equalTo(List.of("100.01")))
                .body("findings.findAll { it.kind == 'ACCOUNT_BALANCE' }.proven", equalTo(List.of("100.00")))
                .body("findings.kind", hasItem("COURT_SUM"))
                .body("findings.kind", hasItem("CASE_FUNDS"))
                .body("findings.find { it.kind == 'CASE_FUNDS' }.caseNumber", containsString("豫0505执"))
                .body("findings.find { it.kind == 'CASE_FUNDS' }.text", equalTo("案件账户余额与到账、支付不符"));
        behindItsBack("ledger_account", "update ledger_account set balance = 100 where kind = 'CASE'");
        verify().body("sound", equalTo(true));

        data.run("update receipt set reserved = 11 where id = '" + receipt + "'");
        only("RECEIPT_RESERVED", "11.00", "10.00");
        data.run("update receipt set reserved = 10, paid = 1 where id = '" + receipt + "'");
        only("RECEIPT_PAID", "1.00", "0.00");
        data.run("update receipt set paid = 0, amount = 100.50 where id = '" + receipt + "'");
        verify().body("findings.kind", hasItem("RECEIPT_BOOKED")).body("findings.kind", hasItem("CASE_FUNDS"));
        data.run("update receipt set amount = 100 where id = '" + receipt + "'");
        data.run("update bank_line set money_in = 99");
        only("LINE_BOOKED", "99.00", "100.00");
        data.run("update bank_line set money_in = 100");
        UUID out = books.line("OUT-1", DAY, "-10.00", null);
        verify().body("sound", equalTo(true));
        data.run("update bank_line set payment_id = '" + applied + "' where id = '" + out + "'");
        only("LINE_PAYMENT", "10.00", "10.00");
        data.run("update bank_line set payment_id = null");
        behindItsBack("ledger_entry", "update ledger_entry set amount = 90 where side = 'DEBIT'");
        verify().body("findings.kind", hasItem("TRANSACTION")).body("findings.kind", hasItem("ACCOUNT_BALANCE"));
    }

    @Test
    void suspenseAndWhatIsOnItsWayAreProvenToo() {
        Books.Held held = books.open();
        books.receipt(held, "100.00", DAY);
        behindItsBack(
                "ledger_account", "update ledger_account set balance = 3 where kind = 'SUSPENSE' and court_id = 1");
        verify().body("findings.kind", hasItem("SUSPENSE_SUM"));
        behindItsBack(
                "ledger_account",
                "update ledger_account set balance = case kind when 'PAYING' then 3 else 0 end"
                        + " where kind in ('SUSPENSE', 'PAYING') and court_id = 1");
        verify().body("findings.kind", hasItem("PAYING_SUM"));
    }

    @Test
    void anotherCourtsBooksAreItsOwn() {
        Books.Held held = books.open();
        books.receipt(held, "100.00", DAY);
        behindItsBack("ledger_account", "update ledger_account set balance = 7 where kind = 'CASE'");
        People.as("wenfeng-president")
                .get("/api/v1/ledger/verify")
                .then()
                .body("sound", equalTo(true))
                .body("transactions", equalTo(0));
    }

    @Test
    void theNightlyCheckRunsOnceACourtAndDayHoweverManyLook() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 6)
                .mapToObj(i -> nightly.check(DAY).subscribeAsCompletionStage())
                .toList();
        assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(2);
        assertThat(data.count("select count(*) from ledger_check where findings = 0"))
                .isEqualTo(2);
        assertThat(data.count("select count(*) from outbox")).isZero();
        assertThat(check(DAY)).isZero();
        assertThat(check(DAY.plusDays(1))).isEqualTo(2);
    }

    @Test
    void whatItFindsIsToldToDirectorFundsDeskAndAuditor() {
        Books.Held held = books.open();
        books.receipt(held, "100.00", DAY);
        behindItsBack("ledger_account", "update ledger_account set balance = 7 where kind = 'CASE'");
        double before = metrics.counter("zhixing.ledger.check.findings").count();
        check(DAY);
        assertThat(metrics.counter("zhixing.ledger.check.findings").count() - before)
                .isEqualTo(3);
        outbox.deliver().await().atMost(Duration.ofSeconds(20));
        assertThat(data.query("select p.username from inbox i join person p on p.id = i.person_id order by 1"))
                .containsExactly("auditor", "director", "funds");
        People.as("funds").get("/api/v1/inbox").then().body("items[0].title", equalTo("案款账目核验发现 3 处差错（2022-10-20）"));
        verify().body("nightly[0].findings", equalTo(3)).body("nightly[0].day", equalTo("2022-10-20"));
        assertThat(data.query("select action from audit where action like 'ledger%'"))
                .containsExactly("ledger.wrong");
    }

    private int check(LocalDate day) {
        return nightly.check(day).await().atMost(Duration.ofSeconds(20));
    }

    private void only(String kind, String stored, String proven) {
        verify().body("findings.kind", equalTo(List.of(kind)))
                .body("findings[0].stored", equalTo(stored))
                .body("findings[0].proven", equalTo(proven));
    }

    private static ValidatableResponse verify() {
        return People.as("auditor").get("/api/v1/ledger/verify").then().statusCode(200);
    }

    private void behindItsBack(String table, String sql) {
        data.run("alter table " + table + " disable trigger user; " + sql + "; alter table " + table
                + " enable trigger user");
    }
}
