package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.OverdueNotices;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.StatementWorker;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.platform.Database;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Money that a virtual number or a remark sent to the wrong case; today is 2022-11-01. */
@QuarkusTest
class UndoMatchTest extends CourtTest {
    private static final int COURT = 1;
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    @Inject
    StatementWorker worker;

    @Inject
    Docket docket;

    @Inject
    Receipts receipts;

    @Inject
    Database database;

    @Inject
    OverdueNotices notices;

    @Inject
    OutboxWorker outbox;

    private FileCases.Filed filed;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 8)));
    }

    private UUID caseId() {
        return filed.filed().id();
    }

    /** Money on the case's virtual number, on the last day of October or another. */
    private String byVirtualNumber(String serial, String amount, String day) {
        String virtual = data.query("select virtual_number from ledger_account where case_id = '" + caseId() + "'")
                .get(0);
        return serial + "," + day + " 10:00:00," + amount + ",,李某某,6222000000001234," + virtual + ",还款,";
    }

    private String byRemark(String serial, String amount) {
        return BankStatements.in(
                serial, amount, "李某某", filed.filed().row().number().text());
    }

    private void arrives(String... lines) {
        BankStatements.booked(worker, lines);
    }

    private static ValidatableResponse list(String who) {
        return People.as(who).get("/api/v1/receipts").then().statusCode(200);
    }

    private static String receipt() {
        return list("funds").extract().path("items[0].id");
    }

    private static ValidatableResponse undo(String who, String receipt, int version, @Nullable String key) {
        var asking = Leave.json(who).header("If-Match", "\"" + version + "\"");
        if (key != null) {
            asking.header("Idempotency-Key", key);
        }
        return asking.body(Map.of("reason", "付款人误填案号"))
                .post("/api/v1/receipts/" + receipt + "/reversal")
                .then();
    }

    private void assertSound() {
        People.as("funds").get("/api/v1/ledger/verify").then().body("sound", equalTo(true));
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    private static ValidatableResponse closing() {
        return Leave.json("funds").post("/api/v1/ledger/months/2022-10/closing").then();
    }

    @Test
    void itsMoneyGoesToSuspenseByReversalAndIsClaimedForTheRightCase() {
        arrives(byVirtualNumber("A1", "500.00", "2022-10-31"));
        String receipt = receipt();
        list("funds").body("items[0].may", contains("UNDO_MATCH")).body("items[0].version", equalTo(1));
        list("president").body("items[0].may", empty());
        String key = UUID.randomUUID().toString();
        undo("funds", receipt, 1, key)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("TAKEN_BACK"))
                .body("left", equalTo("0.00"))
                .body("line.matched", equalTo("SUSPENSE"))
                .body("line.why", equalTo("UNDONE"))
                .body("may", empty());
        undo("funds", receipt, 1, key).statusCode(200);
        undo("funds", receipt, 2, null)
                .statusCode(409)
                .body("code", equalTo("match-undone"))
                .body("clause", notNullValue());

        assertThat(data.query("select kind || ' ' || value_on || ' ' || coalesce(case_id::text = '" + caseId()
                        + "', false) from ledger_transaction order by booked_at, kind"))
                .containsExactly("RECEIPT 2022-10-31 true", "RECEIPT 2022-10-31 false", "REVERSAL 2022-10-31 true");
        assertThat(data.query("select balance from ledger_account where case_id = '" + caseId() + "'"))
                .containsExactly("0.00");
        assertThat(data.query("select cancel_reason from node where code = 'DISBURSE'"))
                .containsExactly("MATCH_UNDONE");
        assertThat(data.query("select payload::text from outbox where topic = 'money.taken-back'"))
                .singleElement()
                .asString()
                .contains("500.00", "付款人误填案号", filed.filed().executorId().toString());
        assertThat(data.query("select detail::json ->> 'matched' from audit where action = 'receipt.match-undone'"))
                .containsExactly("VIRTUAL");
        assertSound();

        String item = People.as("funds")
                .get("/api/v1/suspense")
                .then()
                .body("items", hasSize(1))
                .body("items[0].amount", equalTo("500.00"))
                .body("items[0].receivedOn", equalTo("2022-10-31"))
                .extract()
                .path("items[0].id");
        UUID right =
                docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 11))).filed().id();
        Leave.json("funds")
                .body(Map.of("caseId", right, "reason", "与付款人核实"))
                .post("/api/v1/suspense/" + item + "/claims")
                .then()
                .statusCode(201);
        assertThat(data.query("select balance from ledger_account where case_id = '" + right + "'"))
                .containsExactly("500.00");
        assertSound();
        // Bank and ledger agree on each day, so that nothing keeps the month open.
        closing().statusCode(200);
    }

    @Test
    void whatIsAppliedForOrPaidStays() {
        arrives(byRemark("A1", "500.00"));
        String receipt = receipt();
        List<Receipt.Part> parts = database.inTransaction(
                        tx -> receipts.reserve(tx, COURT, caseId(), new BigDecimal("200.00")))
                .await()
                .indefinitely();
        list("funds").body("items[0].may", empty());
        undo("funds", receipt, 2, null)
                .statusCode(422)
                .body("code", equalTo("receipt-in-use"))
                .body("clause", equalTo("二(二)"))
                .body("detail", containsString("200.00"))
                .body("remedy", notNullValue());
        database.inTransaction(tx -> receipts.release(tx, COURT, parts)).await().indefinitely();
        undo("funds", receipt, 1, null).statusCode(412);
        undo("funds", receipt, 3, null).statusCode(200);
        assertSound();
    }

    @Test
    void whatAClaimMadeIsUndoneInSuspense() {
        arrives(BankStatements.in("A1", "500.00", "李某某", "还款"));
        String item =
                People.as("funds").get("/api/v1/suspense").then().extract().path("items[0].id");
        Leave.json("funds")
                .body(Map.of("caseId", caseId(), "reason", "与付款人核实"))
                .post("/api/v1/suspense/" + item + "/claims")
                .then()
                .statusCode(201);
        list("funds").body("items[0].may", empty());
        undo("funds", receipt(), 1, null).statusCode(422).body("code", equalTo("receipt-claimed"));
    }

    @Test
    void aClosedMonthKeepsItsFigures() {
        arrives(byRemark("A1", "500.00"));
        closing().statusCode(200);
        undo("funds", receipt(), 1, null)
                .statusCode(422)
                .body("code", equalTo("match-month-closed"))
                .body("detail", containsString("2022-10"))
                .body("fact", notNullValue())
                .body("remedy", containsString("退还付款人"));
        list("funds").body("items[0].status", equalTo("WAITING"));
        assertThat(data.count("select count(*) from ledger_transaction")).isEqualTo(1);
    }

    @Test
    void onlyTheFundsDeskOfTheCourtMayAndSaysWhichVersionItSaw() {
        arrives(byRemark("A1", "500.00"));
        String receipt = receipt();
        undo("director", receipt, 1, null).statusCode(403);
        undo("funds", UUID.randomUUID().toString(), 1, null).statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(People.token("wenfeng-judge", List.of("funds"), "profile"))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "x"))
                .post("/api/v1/receipts/" + receipt + "/reversal")
                .then()
                .statusCode(404);
        Leave.json("funds")
                .body(Map.of("reason", "x"))
                .post("/api/v1/receipts/" + receipt + "/reversal")
                .then()
                .statusCode(428);
        Leave.json("funds")
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", " "))
                .post("/api/v1/receipts/" + receipt + "/reversal")
                .then()
                .statusCode(400);
    }

    @Test
    void whoeverWasToldThatItIsLateIsToldThatItIsNot() {
        arrives(byVirtualNumber("A1", "500.00", "2022-10-08"));
        data.run("update node set done_on = start_on where code <> 'DISBURSE';"
                + " update node set next_notice_on = '2022-11-01' where code = 'DISBURSE'");
        notices.sweep(TODAY).await().atMost(Duration.ofSeconds(20));
        deliver();
        List<String> told = inbox("node.overdue");
        assertThat(told).isNotEmpty();
        undo("funds", receipt(), 1, null).statusCode(200);
        deliver();
        assertThat(inbox("node.void")).isEqualTo(told);
        assertThat(data.count("select count(*) from audit where action = 'node.void'"))
                .isEqualTo(1);
        assertThat(data.query("select cancel_reason from node where code = 'DISBURSE'"))
                .containsExactly("MATCH_UNDONE");
    }

    private void deliver() {
        outbox.deliver().await().atMost(Duration.ofSeconds(20));
    }

    private List<String> inbox(String kind) {
        return data.query("select distinct p.username from inbox i join person p on p.id = i.person_id where i.kind = '"
                + kind + "' order by 1");
    }
}
