package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.audit.Entry;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.StatementWorker;
import org.zhixing.ledger.rules.Receipt;
import org.zhixing.platform.Database;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Money that no case could be found for, until the funds desk knows whose it is; today is 2022-11-01. */
@QuarkusTest
class SuspenseTest extends CourtTest {
    private static final String SUSPENSE = "/api/v1/suspense";
    private static final int COURT = 1;

    @Inject
    StatementWorker worker;

    @Inject
    Docket docket;

    @Inject
    Receipts receipts;

    @Inject
    Database database;

    private void arrives(String... lines) {
        BankStatements.booked(worker, lines);
    }

    private FileCases.Filed filed() {
        return docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
    }

    private static ValidatableResponse list() {
        return People.as("funds").get(SUSPENSE).then().statusCode(200);
    }

    private static ValidatableResponse claim(String item, UUID caseId) {
        return Leave.json("funds")
                .body(Map.of("caseId", caseId, "reason", "与付款人核实"))
                .post(SUSPENSE + "/" + item + "/claims")
                .then();
    }

    private static ValidatableResponse undo(String item, String claim) {
        return Leave.json("funds")
                .body(Map.of("reason", "认领有误"))
                .post(SUSPENSE + "/" + item + "/claims/" + claim + "/reversal")
                .then();
    }

    private void assertBalances(UUID caseId, String ofCase, String ofSuspense) {
        assertThat(data.query("select balance from ledger_account where case_id = '" + caseId + "'"))
                .containsExactly(ofCase);
        assertThat(data.query("select balance from ledger_account where kind = 'SUSPENSE' and court_id = " + COURT))
                .containsExactly(ofSuspense);
        assertThat(data.count("select count(*) from ledger_account_wrong")).isZero();
    }

    @Test
    void suggestsCasesByThePayersNameAndByTheSum() {
        FileCases.Filed filed = filed();
        arrives(
                BankStatements.in("A1", "60000.00", "李某某", "还款"),
                BankStatements.in("A2", "60000.00", "钱某某", "还款"),
                BankStatements.in("A3", "1.00", "李某某", "还款"),
                BankStatements.in("A4", "2.00", "钱某某", "还款"));
        list().body("items", hasSize(4))
                .body("items[0].suggestions.caseId", contains(filed.filed().id().toString()))
                .body("items[0].suggestions[0].reasons", contains("PAYER_IS_PARTY", "AMOUNT_IS_CLAIM"))
                .body("items[1].suggestions[0].reasons", contains("AMOUNT_IS_CLAIM"))
                .body("items[2].suggestions[0].reasons", contains("PAYER_IS_PARTY"))
                .body("items[3].suggestions", empty())
                .body("items[0].may", contains("CLAIM"))
                .body("items[0].ageDays", equalTo(1));
        People.as("president").get(SUSPENSE).then().body("items[0].may", empty());
        People.as("funds")
                .get(SUSPENSE + "/ageing")
                .then()
                .body("items", contains(4, 0, 0, 0))
                .body("fromDays", contains(0, 8, 31, 91))
                .body("amount", contains("120003.00", "0.00", "0.00", "0.00"));
    }

    @Test
    void isClaimedForACaseAndTheClaimIsUndone() {
        FileCases.Filed filed = filed();
        UUID caseId = filed.filed().id();
        arrives(BankStatements.in("A1", "500.00", "李某某", "还款"));
        assertBalances(caseId, "0.00", "500.00");
        String item = list().extract().path("items[0].id");
        String claim = claim(item, caseId)
                .statusCode(201)
                .body("caseId", equalTo(caseId.toString()))
                .body("claims[0].reason", equalTo("与付款人核实"))
                .body("claims[0].claimedBy.name", equalTo("曹某"))
                .body("may", contains("UNDO"))
                .body("suggestions", empty())
                .extract()
                .path("claims[0].id");
        claim(item, caseId)
                .statusCode(409)
                .body("code", equalTo("suspense-claimed"))
                .body("clause", notNullValue());
        assertBalances(caseId, "500.00", "0.00");
        assertThat(data.query("select start_on || ' ' || due_on from node where code = 'DISBURSE'"))
                .containsExactly("2022-10-31 2022-11-21");
        list().body("items", empty());

        undo(item, claim)
                .statusCode(200)
                .body("caseId", nullValue())
                .body("claims[0].undoneWhy", equalTo("认领有误"))
                .body("may", contains("CLAIM"));
        undo(item, claim).statusCode(409).body("code", equalTo("claim-undone")).body("clause", notNullValue());
        assertBalances(caseId, "0.00", "500.00");
        assertThat(data.query("select cancel_reason from node where code = 'DISBURSE'"))
                .containsExactly("CLAIM_UNDONE");
        assertThat(data.query("select kind from ledger_transaction order by booked_at, kind = 'REVERSAL'"))
                .containsExactly("RECEIPT", "CLAIM", "REVERSAL");
        People.as("funds")
                .get("/api/v1/receipts?caseId=" + caseId)
                .then()
                .body("items[0].status", equalTo("TAKEN_BACK"))
                .body("items[0].left", equalTo("0.00"));
        assertThat(data.query("select action from audit where case_id = '" + caseId
                        + "' and action like '%claim%' order by seq"))
                .containsExactly("suspense.claimed", "suspense.claim-undone");

        claim(item, filed().filed().id()).statusCode(201).body("claims", hasSize(2));
    }

    @Test
    void aClaimWhoseMoneyIsAppliedForStays() {
        FileCases.Filed filed = filed();
        UUID caseId = filed.filed().id();
        arrives(BankStatements.in("A1", "500.00", "李某某", "还款"));
        String item = list().extract().path("items[0].id");
        String claim = claim(item, caseId).statusCode(201).extract().path("claims[0].id");
        List<Receipt.Part> parts = reserve(caseId, "200.00");
        undo(item, claim).statusCode(422).body("code", equalTo("receipt-in-use"));
        database.inTransaction(tx -> receipts.release(tx, COURT, parts)).await().indefinitely();
        undo(item, claim).statusCode(200);
    }

    private List<Receipt.Part> reserve(UUID caseId, String amount) {
        return database.inTransaction(tx -> receipts.reserve(tx, COURT, caseId, new BigDecimal(amount)))
                .await()
                .indefinitely();
    }

    @Test
    void aReceiptPaidOutInFullIsDoneTheDayItIsPaid() {
        FileCases.Filed filed = filed();
        UUID caseId = filed.filed().id();
        String number = filed.filed().row().number().text();
        arrives(BankStatements.in("A1", "500.00", "李某某", number), BankStatements.in("A2", "300.00", "李某某", number));
        List<Receipt.Part> parts = reserve(caseId, "600.00");
        UUID payer = UUID.fromString(
                data.query("select id from person where username = 'funds'").get(0));
        List<Entry> entries = database.inTransaction(
                        tx -> receipts.paid(tx, COURT, parts, LocalDate.of(2022, 11, 22), payer))
                .await()
                .indefinitely();
        assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.action())
                .isEqualTo("node.done"));
        assertThat(data.query("select n.done_on || ' ' || r.amount || ' ' || r.paid from receipt r"
                        + " join node n on n.id = r.node_id where n.done_on is not null"))
                .containsExactly("2022-11-22 500.00 500.00");
        assertThat(data.query("select reserved || ' ' || paid from receipt where amount = 300"))
                .containsExactly("0.00 100.00");
        People.as("funds")
                .get("/api/v1/receipts?caseId=" + caseId)
                .then()
                .body("items.find { it.amount == '500.00' }.clock.state", equalTo("DONE_LATE"))
                .body("items.find { it.amount == '500.00' }.clock.workdaysLate", equalTo(1))
                .body("items.find { it.amount == '300.00' }.left", equalTo("200.00"));
    }

    @Test
    void onlyTheFundsDeskOfTheCourtClaims() {
        FileCases.Filed filed = filed();
        arrives(BankStatements.in("A1", "500.00", "李某某", "还款"));
        String item = list().extract().path("items[0].id");
        Leave.json("president")
                .body(Map.of("caseId", filed.filed().id(), "reason", "x"))
                .post(SUSPENSE + "/" + item + "/claims")
                .then()
                .statusCode(403);
        claim(UUID.randomUUID().toString(), filed.filed().id()).statusCode(404);
        claim(item, UUID.randomUUID()).statusCode(404);
    }
}
