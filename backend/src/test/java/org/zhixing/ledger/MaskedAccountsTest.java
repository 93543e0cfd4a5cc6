package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.StatementWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** No answer has an account number in full for anybody, but the bank's own file; who wants one says why. */
@QuarkusTest
class MaskedAccountsTest extends CourtTest {
    private static final String PAYER = "6222000000001234";
    private static final String OTHER_PAYER = "6222000000009876";
    private static final String PAYEE = "6222020200001230123";

    @Inject
    StatementWorker worker;

    @Inject
    Docket docket;

    @Inject
    Coffers coffers;

    private String caseId = "";
    private String statement = "";
    private String disbursement = "";
    private String batch = "";
    private String payee = "";

    /** Every answer of the way from the bank's line to the bank's order. */
    private final List<String> answers = new ArrayList<>();

    @BeforeEach
    void fromTheStatementToTheOrder() {
        FileCases.Filed filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        caseId = filed.filed().id().toString();
        String number = filed.filed().row().number().text();
        imports(
                BankStatements.in("A1", "500.00", "李某某", number),
                BankStatements.in("A2", "300.00", "李某某", "还款"),
                BankStatements.out("A3", "1.00").replace("某某代理银行,,", "某某代理银行," + PAYER + ","));
        // The same serial with another account: a conflict, which names both.
        statement = imports(BankStatements.in("A1", "500.00", "李某某", number).replace(PAYER, OTHER_PAYER));
        payee = Leave.json("funds")
                .body(Coffers.account("APPLICANT", "王某"))
                .post("/api/v1/cases/" + caseId + "/payees")
                .then()
                .statusCode(201)
                .body("accountNumber", equalTo("***************0123"))
                .body("mayUnmask", equalTo(true))
                .extract()
                .path("id");
        answers.add(Leave.json(coffers.executor(caseId))
                .header("If-Match", "\"1\"")
                .post("/api/v1/cases/" + caseId + "/payees/" + payee + "/confirmation")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        answers.add(coffers.applying(caseId, payee, "100.00").extract().asString());
        disbursement = coffers.approved(caseId, payee, "200.00");
        answers.add(coffers.ordering(disbursement).statusCode(201).extract().asString());
        batch = data.query("select id from payment_batch").get(0);
    }

    private String imports(String... lines) {
        return BankStatements.booked(worker, lines);
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/statements/" + statement + "/rows",
                "/api/v1/statements/" + statement + "/errors.csv",
                "/api/v1/bank-lines",
                "/api/v1/receipts",
                "/api/v1/receipts?caseId=" + caseId,
                "/api/v1/receipts/" + data.query("select id from receipt").get(0),
                "/api/v1/suspense",
                "/api/v1/suspense/" + data.query("select id from suspense_item").get(0),
                "/api/v1/reconciliation/items?on=2022-11-01",
                "/api/v1/reconciliation/export?from=2022-10-01&to=2022-10-31&format=csv",
                "/api/v1/cases/" + caseId,
                "/api/v1/cases/" + caseId + "/timeline",
                "/api/v1/cases/" + caseId + "/payees",
                "/api/v1/cases/" + caseId + "/account",
                "/api/v1/cases/" + caseId + "/account/entries",
                "/api/v1/disbursements",
                "/api/v1/disbursements/" + disbursement,
                "/api/v1/payment-batches/" + batch,
                "/api/v1/inbox",
                "/api/v1/audit"));
        data.query("select id from statement_import").forEach(id -> paths.add("/api/v1/statements/" + id + "/rows"));
        return paths;
    }

    @Test
    void nobodyIsAnsweredWithANumberInFull() {
        int masked = 0;
        for (String who : List.of(
                "funds",
                coffers.executor(caseId),
                coffers.judge(caseId),
                "leader-fast",
                "director",
                "president",
                "auditor",
                "node-control")) {
            for (String path : paths()) {
                String answer = People.as(who).get(path).then().extract().asString();
                assertThat(answer).as(who + " " + path).doesNotContain(PAYER, OTHER_PAYER, PAYEE);
                masked += answer.contains("*1234") || answer.contains("*9876") || answer.contains("*0123") ? 1 : 0;
            }
        }
        // They were there to be seen: of the funds desk alone eleven of these answers have one.
        assertThat(masked).isGreaterThan(30);
        assertThat(answers)
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer).doesNotContain(PAYEE).contains("*0123"));
    }

    @Test
    void whoeverMayIsToldSo() {
        String ofCase = "/api/v1/receipts?caseId=" + caseId;
        for (String who : List.of("funds", coffers.executor(caseId), coffers.judge(caseId))) {
            People.as(who).get(ofCase).then().body("items.line.mayUnmask", contains(true));
            People.as(who).get("/api/v1/cases/" + caseId + "/payees").then().body("mayUnmask", contains(true));
            People.as(who)
                    .get("/api/v1/disbursements/" + disbursement)
                    .then()
                    .body("payments.mayUnmask", contains(true));
        }
        for (String who : List.of("director", "president", "auditor")) {
            People.as(who).get(ofCase).then().body("items.line.mayUnmask", contains(false));
        }
        People.as("funds").get("/api/v1/suspense").then().body("items.line.mayUnmask", contains(true));
        People.as("director").get("/api/v1/suspense").then().body("items.line.mayUnmask", contains(false));
    }

    @Test
    void ofMoneyThatWasTakenBackTheHandlersAreOfferedNothing() {
        imports(BankStatements.in(
                "A4",
                "70.00",
                "李某某",
                data.query("select number from enforcement_case").get(0)));
        String receipt = data.query("select id from receipt where amount = 70").get(0);
        String line = data.query("select id from bank_line where serial = 'A4'").get(0);
        String entries = "/api/v1/cases/" + caseId + "/account/entries";
        String offered = "items.findAll { it.lineId == '" + line + "' }.may.flatten()";
        String executor = coffers.executor(caseId);
        People.as(executor).get(entries).then().body(offered, contains("UNMASK"));
        unmask(executor, line).statusCode(200);
        Leave.json("funds")
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "错账"))
                .post("/api/v1/receipts/" + receipt + "/reversal")
                .then()
                .statusCode(200);
        People.as(executor)
                .get(entries)
                .then()
                .body("items.findAll { it.lineId == '" + line + "' }", hasSize(2))
                .body(offered, empty());
        People.as(executor).get("/api/v1/receipts/" + receipt).then().body("line.mayUnmask", equalTo(false));
        unmask(executor, line).statusCode(403);
        People.as("funds").get(entries).then().body(offered, hasSize(2));
        unmask("funds", line).statusCode(200);
    }

    @Test
    void aLineInSuspenseIsTheFundsDesksAlone() {
        String line = data.query("select line_id from suspense_item").get(0);
        unmask("funds", line).statusCode(200).body("account", equalTo(PAYER));
        unmask(coffers.executor(caseId), line).statusCode(403).body("code", equalTo("account-masked"));
        unmask("wenfeng-judge", line).statusCode(404);
        assertThat(data.query("select subject_id || ' ' || (detail::json ->> 'reason') from audit where action ="
                        + " 'bank-account.unmasked'"))
                .containsExactly(line + " 核对账号");
    }

    private static ValidatableResponse unmask(String who, String line) {
        return Leave.json(who)
                .body(Map.of("of", "LINE", "id", line, "reason", "核对账号"))
                .post("/api/v1/bank-accounts/unmasking")
                .then();
    }

    @Test
    void takingTheBanksFileIsAnUnmaskingOfEveryAccountInIt() {
        People.as("funds")
                .get("/api/v1/payment-batches/" + batch + "/file")
                .then()
                .statusCode(200)
                .body(containsString(PAYEE));
        assertThat(data.query("select action || ' ' || coalesce(case_id::text, '-') || ' ' || subject_id || ' ' ||"
                        + " coalesce(detail::json ->> 'account', detail::json ->> 'accounts') from audit where action in"
                        + " ('payment-batch.handed-out', 'bank-account.unmasked') order by seq"))
                .containsExactly(
                        "payment-batch.handed-out - " + batch + " 1",
                        "bank-account.unmasked " + caseId + " " + payee + " ***************0123");
    }
}
