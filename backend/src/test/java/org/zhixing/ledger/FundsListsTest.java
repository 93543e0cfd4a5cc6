package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.StatementWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** Receipts and suspense filtered by the database and taken home as files; today is 2022-11-01. */
@QuarkusTest
class FundsListsTest extends CourtTest {
    @Inject
    StatementWorker worker;

    @Inject
    Docket docket;

    @Inject
    Coffers coffers;

    private String number = "";

    /** One receipt is late, one has time, one line is nobody's; payer and remark would be formulas if they could. */
    @BeforeEach
    void arrive() {
        FileCases.Filed filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 8)));
        number = filed.filed().row().number().text();
        BankStatements.booked(
                worker,
                BankStatements.in("A1", "500.00", "李某某", number).replace("2022-10-31", "2022-10-08"),
                BankStatements.in("A2", "300.00", "李某某", number),
                BankStatements.in("A3", "1200.50", "=cmd|x", "=1+1"));
    }

    @Test
    void aReceiptSaysForWhomItWaits() {
        String caseId = data.query("select id from enforcement_case").get(0);
        turn("executor.name", equalTo("赵某"));
        turn("judge.name", equalTo("王某"));
        turn("inHand", empty());
        turn("cameBack", equalTo(false));
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        String id = coffers.apply(caseId, payee, "500.00");
        turn("inHand", contains("APPLIED"));
        coffers.act(coffers.judge(caseId), id, "approval").statusCode(200);
        turn("inHand", contains("JUDGE_APPROVED"));
        coffers.act("director", id, "approval").statusCode(200);
        turn("inHand", contains("APPROVED"));
        String batch = coffers.order(id);
        turn("inHand", contains("ORDERED"));
        turn("cameBack", equalTo(false));
        coffers.result(batch, coffers.numbers(id).get(0), "BOUNCED", "2022-11-01")
                .statusCode(200);
        turn("inHand", empty());
        turn("cameBack", equalTo(true));
        came(id, true);
        String dropped = coffers.apply(caseId, payee, "500.00");
        came(id, false);
        coffers.act(coffers.executor(caseId), dropped, "withdrawal").statusCode(200);
        turn("cameBack", equalTo(true));
        came(id, true);
        came(dropped, false);
        String again = coffers.apply(caseId, payee, "200.00");
        turn("free", equalTo("300.00"));
        turn("cameBack", equalTo(false));
        coffers.act(coffers.judge(caseId), again, "approval").statusCode(200);
        coffers.apply(caseId, payee, "300.00");
        turn("inHand", contains("APPLIED", "JUDGE_APPROVED"));
        turn("cameBack", equalTo(false));
    }

    private static void came(String disbursement, boolean back) {
        People.as("funds")
                .get("/api/v1/disbursements/" + disbursement)
                .then()
                .body("receipts.cameBack", contains(back));
    }

    private static void turn(String what, Matcher<?> is) {
        People.as("funds")
                .get("/api/v1/receipts?waiting=true&state=OVERDUE")
                .then()
                .body("items[0]." + what, is);
    }

    @Test
    void receiptsAreFilteredByTheStateOfTheirTimeBeforeTheyArePaged() {
        String path = "/api/v1/receipts?waiting=true&limit=1&state=";
        People.as("funds")
                .get(path + "OVERDUE")
                .then()
                .body("items.amount", contains("500.00"))
                .body("items.clock.state", contains("OVERDUE"))
                .body("next", nullValue());
        People.as("funds")
                .get(path + "PENDING")
                .then()
                .body("items.amount", contains("300.00"))
                .body("next", nullValue());
        People.as("funds").get(path + "SUSPENDED").then().body("items", empty());
        data.run("update node set pauses = '{[2022-10-31,2022-12-01)}', due_on = '2022-12-20', due_soon_on ="
                + " '2022-12-15' where start_on = '2022-10-31' and code = 'DISBURSE'");
        People.as("funds").get(path + "SUSPENDED").then().body("items.amount", contains("300.00"));
    }

    @Test
    void receiptsAreAFileOfWhatIsInSight() throws IOException {
        String csv = People.as("funds")
                .get("/api/v1/receipts/export?waiting=true&state=OVERDUE")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(number, "2022-10-08,李某某,************1234", "A1,500.00,0.00,0.00,500.00,待发放,已超期,2022-10-27");
        byte[] xlsx = People.as("funds")
                .get("/api/v1/receipts/export?format=xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("案号");
            assertThat(rows.get(1).getCell(6).asNumber()).isEqualByComparingTo("500");
        }
        assertThat(People.as("wenfeng-president")
                        .get("/api/v1/receipts/export")
                        .asString()
                        .lines())
                .hasSize(1);
        People.as("funds").get("/api/v1/receipts/export?format=pdf").then().statusCode(400);
    }

    @Test
    void suspenseIsAFileWithoutFormulas() throws IOException {
        String csv = People.as("funds")
                .get("/api/v1/suspense/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("2022-10-31,1,1200.50,'=cmd|x,************1234,'=1+1,A3,摘要没有案号");
        assertThat(People.as("funds")
                        .get("/api/v1/suspense/export?claimed=true")
                        .asString()
                        .lines())
                .hasSize(1);
        byte[] xlsx = People.as("funds")
                .get("/api/v1/suspense/export?format=xlsx")
                .then()
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCell(2).asNumber())
                    .isEqualByComparingTo("1200.5");
        }
        People.as("triage").get("/api/v1/suspense/export").then().statusCode(403);
    }

    @Test
    void moneyOfADayAheadHasWaitedNoDay() {
        data.run("update suspense_item set received_on = '2022-11-10'");
        People.as("funds").get("/api/v1/suspense").then().body("items.ageDays", contains(0));
        People.as("funds").get("/api/v1/suspense/ageing").then().body("items[0]", equalTo(1));
    }

    @Test
    void thePaceIsFromTheArrivalToTheFirstOrder() {
        pace("funds")
                .statusCode(200)
                .body("receipts", equalTo(0))
                .body("medianSeconds", nullValue())
                .body("benchmarkSeconds", equalTo(900))
                .body("since", equalTo("2022-10-03"));
        String caseId = data.query("select id from enforcement_case").get(0);
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        // Of the older receipt first, then of both: each counts once, by its first order.
        coffers.order(coffers.approved(caseId, payee, "100.00"));
        coffers.order(coffers.approved(caseId, payee, "450.00"));
        took("A1", "600 s");
        took("A2", "1800 s");
        pace("director")
                .body("receipts", equalTo(2))
                .body("medianSeconds", equalTo(1200))
                .body("within", equalTo(1));
        pace("wenfeng-president").body("receipts", equalTo(0));
        pace("triage").statusCode(403);
        // An order of long ago was the receipt's first: another one now says nothing of its pace.
        data.run(
                "alter table ledger_transaction disable trigger user; update ledger_transaction set booked_on = '2022-08-01'"
                        + " where kind = 'ORDER' and id in (select id from ledger_transaction where kind = 'ORDER' order by booked_at"
                        + " limit 1); alter table ledger_transaction enable trigger user");
        pace("funds").body("receipts", equalTo(1)).body("medianSeconds", equalTo(1800));
    }

    /** So long before its first order the line was booked. */
    private void took(String serial, String interval) {
        data.run(
                "alter table ledger_transaction disable trigger user; update ledger_transaction a set booked_at = o.at -"
                        + " interval '" + interval
                        + "' from (select l.transaction_id, min(t.booked_at) as at from bank_line l join"
                        + " receipt r on r.line_id = l.id join payment_part x on x.receipt_id = r.id join ledger_transaction t on"
                        + " t.subject_id = x.payment_id where l.serial = '" + serial + "' group by 1) o where a.id ="
                        + " o.transaction_id; alter table ledger_transaction enable trigger user");
    }

    private static ValidatableResponse pace(String who) {
        return People.as(who).get("/api/v1/receipts/pace").then();
    }
}
