package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.testing.Leave.json;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Money of a case on its way out over HTTP, on a real PostgreSQL; today is 2022-11-01. */
@QuarkusTest
class DisbursementTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);

    @Inject
    Coffers coffers;

    @Inject
    Leave leave;

    private String caseId;

    @BeforeEach
    void file() {
        caseId = leave.file(Docket.fast(FILED));
    }

    @AfterEach
    void nothingIsWrong() {
        assertThat(Coffers.wrong(data)).isEmpty();
        data.forgetPolicies();
    }

    private String receipt(String amount, int day) {
        return coffers.arrive(caseId, amount, LocalDate.of(2022, 10, day));
    }

    private List<String> told(String topic) {
        return data.query("select payload ->> 'people' || ' ' || (payload ->> 'circles') from outbox where topic = '"
                + topic + "'");
    }

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }

    @Test
    void moneyThatComesAfterACaseIsClosedIsPaidLikeAnOpenOnes() {
        data.run("update enforcement_case set status = 'CLOSED', closed_on = '2022-10-20', closure ="
                + " '{\"manner\": \"COMPLETED\", \"closedOn\": \"2022-10-20\"}' where id = '" + caseId + "'");
        receipt("60000.00", 24);
        String id = coffers.approved(caseId, coffers.confirmed(caseId, "APPLICANT", "王某"), "60000.00");
        String batch = coffers.order(id);
        coffers.result(batch, coffers.numbers(id).get(0), "PAID", "2022-11-01").statusCode(200);
        assertThat(coffers.balance(caseId)).isEqualByComparingTo("0.00");
    }

    @Test
    void goesFromApplicationToPaymentWithFourPeopleAndAllThatTheyMustSee() {
        String old = receipt("40000.00", 20);
        receipt("100000.00", 24);
        String applicant = coffers.confirmed(caseId, "APPLICANT", "王某");
        String fee = coffers.confirmed(caseId, "FEE", "执行费");
        String id = coffers.applying(caseId, applicant, "60000.00", fee, "800.00")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("number", equalTo("案款发〔2022〕1号"))
                .body("amount", equalTo("60800.00"))
                .body("status", equalTo("APPLIED"))
                .body("waitsFor", equalTo("JUDGE"))
                .body("applicants", contains("王某"))
                .body("respondents", contains("李某某"))
                .body("needsPresident", equalTo(false))
                .body("payments.number", contains("ZF2022-000001", "ZF2022-000002"))
                .body("payments[0].accountNumber", equalTo("***************0123"))
                .body("receipts.id[0]", equalTo(old))
                .body("receipts.part", contains("40000.00", "20800.00"))
                .body("receipts.ageDays", contains(12, 8))
                .body("receipts.dueOn", contains("2022-11-10", "2022-11-14"))
                .body("steps.step", contains("APPLY"))
                .body("allowed", contains("WITHDRAW"))
                .extract()
                .path("id");
        assertThat(told("disbursement.applied")).singleElement().asString().contains(person(coffers.judge(caseId)));
        People.as("director")
                .get("/api/v1/disbursements/" + id)
                .then()
                .statusCode(200)
                .body("payments[0].accountNumber", equalTo("***************0123"))
                .body("allowed", empty());
        waiting(coffers.judge(caseId), 1);
        waiting("director", 0);
        coffers.act(coffers.judge(caseId), id, "approval")
                .statusCode(200)
                .body("status", equalTo("JUDGE_APPROVED"))
                .body("steps.person.name", hasSize(2));
        assertThat(told("disbursement.judge-approved"))
                .singleElement()
                .asString()
                .contains("director");
        waiting("director", 1);
        coffers.act("director", id, "approval").statusCode(200).body("status", equalTo("APPROVED"));
        assertThat(told("disbursement.approved")).singleElement().asString().contains("funds");
        assertThat(coffers.balance(caseId)).isEqualByComparingTo("140000.00");

        String batch = coffers.ordering(id)
                .statusCode(201)
                .body("batch.number", equalTo("PC2022-0001"))
                .body("batch.status", equalTo("ORDERED"))
                .body("batch.amount", equalTo("60800.00"))
                .body("items.payment.status", contains("ORDERED", "PAID"))
                .extract()
                .path("batch.id");
        assertThat(coffers.balance(caseId)).isEqualByComparingTo("79200.00");
        assertThat(coffers.own("PAYING")).isEqualByComparingTo("60000.00");
        assertThat(coffers.own("FEE")).isEqualByComparingTo("800.00");
        coffers.result(batch, "ZF2022-000001", "PAID", "2022-11-01")
                .statusCode(200)
                .body("paid", equalTo(1))
                .body("batch.status", equalTo("SETTLED"));
        People.as(coffers.judge(caseId))
                .get("/api/v1/disbursements/" + id)
                .then()
                .body("status", equalTo("PAID"))
                .body("waitsFor", nullValue())
                .body("steps.step", contains("APPLY", "JUDGE", "DIRECTOR", "PAY"))
                .body("payments.status", contains("PAID", "PAID"));
        assertThat(coffers.own("BANK")).isEqualByComparingTo("80000.00");
        // The first receipt is paid out in full on the bank's day, the second is not.
        assertThat(data.query("select start_on || ' ' || coalesce(done_on::text, 'open') from node where code ="
                        + " 'DISBURSE' order by start_on"))
                .containsExactly("2022-10-20 2022-11-01", "2022-10-24 open");
        People.as("president")
                .get("/api/v1/cases/" + caseId + "/timeline")
                .then()
                .body("items.action", hasItem("payment.paid"))
                .body("items.find { it.action == 'disbursement.applied' }.text", containsString("60800.00"))
                .body("items.findAll { it.text.contains('{') }", empty());
    }

    private void waiting(String who, int n) {
        People.as(who).get("/api/v1/disbursements?waiting=true").then().body("items", hasSize(n));
    }

    @Test
    void aboveTheThresholdOfTheDayItWasAppliedForThePresidentSigns() {
        receipt("600000.00", 24);
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        String id = coffers.apply(caseId, payee, "500000.01");
        coffers.act(coffers.judge(caseId), id, "approval").statusCode(200);
        coffers.act("director", id, "approval").statusCode(200).body("status", equalTo("DIRECTOR_APPROVED"));
        coffers.ordering(id)
                .statusCode(409)
                .body("code", equalTo("disbursement-not-awaiting"))
                .body("clause", notNullValue());
        Map<String, Object> policy =
                Map.of("presidentAbove", "1000.00", "clause", "一(五)", "effectiveFrom", "2022-11-01", "reason", "加强监督");
        json("admin")
                .header("Idempotency-Key", "p1")
                .body(policy)
                .post("/api/v1/funds-policies")
                .then()
                .statusCode(201)
                .body("version", contains(2, 1))
                .body("inForce", contains(true, false))
                .body("[0].publishedBy.name", equalTo("姜某"));
        assertThat(
                        data.query(
                                "select (detail #>> '{changes,presidentAbove,old}') || ' → ' ||"
                                        + " (detail #>> '{changes,presidentAbove,new}') from audit where action = 'funds-policy.published'"))
                .containsExactly("500000.00 → 1000.00");
        assertThat(data.query("select distinct detail #>> '{changes,account,new}' from audit"
                        + " where action = 'payee.written'"))
                .allMatch(account -> account.matches("\\*+\\d{4}"));
        json("admin")
                .header("Idempotency-Key", "p1")
                .body(policy)
                .post("/api/v1/funds-policies")
                .then()
                .body("", hasSize(2));
        json("admin").body(policy).post("/api/v1/funds-policies").then().statusCode(400);
        coffers.act("president", id, "approval").statusCode(200).body("status", equalTo("APPROVED"));
        String later = coffers.apply(caseId, payee, "1000.01");
        People.as("director")
                .get("/api/v1/disbursements/" + later)
                .then()
                .body("needsPresident", equalTo(true))
                .body("policyVersion", equalTo(2));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> data.run("update funds_policy set document = '{}' where version = 1")))
                .hasMessageContaining("update funds_policy");
    }

    @Test
    void refusedOrWithdrawnItsMoneyIsFreeAtOnce() {
        receipt("1000.00", 24);
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        String id = coffers.apply(caseId, payee, "700.00");
        coffers.applying(caseId, payee, "300.01")
                .statusCode(422)
                .body("code", equalTo("disbursement-over-free"))
                .body("clause", equalTo("法发〔2017〕6号第9条"))
                .body("detail", containsString("300.00"));
        coffers.act("director", id, "approval").statusCode(403).body("code", equalTo("disbursement-office"));
        coffers.act(coffers.judge(caseId), id, "refusal")
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("steps[1].refused", equalTo(true))
                .body("steps[1].reason", equalTo("材料不全"))
                .body("payments.status", contains("DROPPED"));
        coffers.act("director", id, "approval").statusCode(409);
        String again = coffers.apply(caseId, payee, "1000.00");
        coffers.act(coffers.judge(caseId), again, "approval").statusCode(200);
        json(coffers.executor(caseId))
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "金额有误"))
                .post("/api/v1/disbursements/" + again + "/withdrawal")
                .then()
                .statusCode(412);
        coffers.act(coffers.executor(caseId), again, "withdrawal")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("steps[0].refused", equalTo(true));
        assertThat(told("disbursement.withdrawn"))
                .singleElement()
                .asString()
                .contains(person(coffers.judge(caseId)), "director");
        String last = coffers.approved(caseId, payee, "1000.00");
        coffers.act("funds", last, "refusal").statusCode(200).body("status", equalTo("REFUSED"));
        assertThat(data.query("select reserved || ' ' || paid from receipt")).containsExactly("0.00 0.00");
    }

    @Test
    void payeesAreWrittenByOneAndConfirmedByAnother() {
        receipt("1000.00", 24);
        String payees = "/api/v1/cases/" + caseId + "/payees";
        json("executor-fast-2")
                .body(Coffers.account("APPLICANT", "王某"))
                .post(payees)
                .then()
                .statusCode(403);
        json("funds")
                .body(Coffers.account("APPLICANT", "李某某"))
                .post(payees)
                .then()
                .statusCode(422);
        json("funds")
                .body(Map.of("kind", "OTHER_COURT", "name", "=cmd|x", "bankName", "工行", "accountNumber", "12345678"))
                .post(payees)
                .then()
                .statusCode(400)
                .body("errors.field", contains("name"));
        json("funds")
                .body(Map.of("kind", "REFUND", "name", "李某某", "bankName", "工行", "accountNumber", "12-34"))
                .post(payees)
                .then()
                .statusCode(400)
                .body("errors.field", contains("accountNumber"));
        String id = coffers.payee(caseId, "REFUND", "李某某");
        coffers.applying(caseId, id, "10.00").statusCode(422).body("code", equalTo("payee-unconfirmed"));
        json("funds")
                .header("If-Match", "\"1\"")
                .post(payees + "/" + id + "/confirmation")
                .then()
                .statusCode(403)
                .body("code", equalTo("payee-own"));
        json(coffers.judge(caseId))
                .post(payees + "/" + id + "/confirmation")
                .then()
                .statusCode(428);
        json(coffers.judge(caseId))
                .header("If-Match", "\"1\"")
                .post(payees + "/" + id + "/confirmation")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("ready", equalTo(true))
                .body("allowed", contains("DEACTIVATE"));
        People.as("auditor").get(payees).then().body("accountNumber", contains("***************0123"));
        People.as("judge-ordinary-1").get(payees).then().statusCode(404);
        String applied = coffers.apply(caseId, id, "10.00");
        json("funds")
                .header("If-Match", "\"2\"")
                .post(payees + "/" + id + "/deactivation")
                .then()
                .statusCode(200);
        coffers.act(coffers.judge(caseId), applied, "approval")
                .statusCode(422)
                .body("code", equalTo("payee-not-active"));
        coffers.act(coffers.judge(caseId), applied, "refusal").statusCode(200);
        // A case whose parties are corrected keeps its payees.
        assertThat(data.count("select count(*) from payee where party_id is not null"))
                .isEqualTo(1);
        data.run("delete from party where case_id = '" + caseId + "'");
        assertThat(data.count("select count(*) from payee where party_id is null and name = '李某某'"))
                .isEqualTo(1);
    }

    @Test
    void onlyTheCasesPeopleActAndOnlyWhoSeesTheCaseReads() {
        receipt("1000.00", 24);
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        json("executor-fast-2")
                .body(Coffers.wish(payee, "10.00"))
                .post("/api/v1/cases/" + caseId + "/disbursements")
                .then()
                .statusCode(403)
                .body("code", equalTo("disbursement-not-executor"));
        json("executor-ordinary-1")
                .body(Coffers.wish(payee, "10.00"))
                .post("/api/v1/cases/" + caseId + "/disbursements")
                .then()
                .statusCode(404);
        String id = coffers.apply(caseId, payee, "10.00");
        coffers.act("judge-fast-2", id, "approval").statusCode(403).body("code", equalTo("disbursement-office"));
        coffers.act("judge-ordinary-1", id, "approval").statusCode(404);
        People.as("judge-ordinary-1").get("/api/v1/disbursements/" + id).then().statusCode(404);
        People.as("judge-ordinary-1").get("/api/v1/disbursements").then().body("items", empty());
        People.as("wenfeng-executor").get("/api/v1/disbursements/" + id).then().statusCode(404);
        // The director who is the case's judge as well has only one of the two steps.
        data.run("update enforcement_case set judge_id = '" + person("director") + "'");
        json("director")
                .header("If-Match", "\"1\"")
                .post("/api/v1/disbursements/" + id + "/approval")
                .then()
                .statusCode(403);
        data.run("insert into disbursement_step (disbursement_id, court_id, step, person_id, taken_on) select id,"
                + " court_id, 'JUDGE', '" + person("director")
                + "', '2022-11-01' from disbursement; update disbursement"
                + " set status = 'JUDGE_APPROVED'");
        coffers.act("director", id, "approval").statusCode(403).body("code", equalTo("disbursement-twice"));
        for (String bad : List.of("0.00", "-1.00", "1.001", "x")) {
            coffers.applying(caseId, payee, bad).statusCode(400).body("errors.field", contains("payments[0].amount"));
        }
    }

    @Test
    void aKeyThatIsSentAgainGetsTheSameAnswerAndTakesNothingMore() {
        receipt("1000.00", 24);
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        for (int i = 0; i < 2; i++) {
            json(coffers.executor(caseId))
                    .header("Idempotency-Key", "k1")
                    .body(Coffers.wish(payee, "600.00"))
                    .post("/api/v1/cases/" + caseId + "/disbursements")
                    .then()
                    .statusCode(201)
                    .body("number", equalTo("案款发〔2022〕1号"));
        }
        json(coffers.executor(caseId))
                .header("Idempotency-Key", "k1")
                .body(Coffers.wish(payee, "601.00"))
                .post("/api/v1/cases/" + caseId + "/disbursements")
                .then()
                .statusCode(422);
        assertThat(data.query("select reserved from receipt")).containsExactly("600.00");
    }

    @Test
    void aStayedCaseKeepsItsMoneyAndADeferralMovesEveryReceiptsNodeWithTenDaysAfterIt() {
        receipt("1000.00", 20);
        receipt("2000.00", 24);
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        assertThat(dues()).containsExactly("2022-11-10", "2022-11-14");
        String asked = leave.ask(caseId, "PAYEE_NOT_COLLECTED", "2022-10-26", null);
        for (String nobody : List.of(coffers.judge(caseId), "funds")) {
            json(nobody)
                    .post("/api/v1/suspensions/" + asked + "/approval")
                    .then()
                    .statusCode(403);
        }
        json("president")
                .post("/api/v1/suspensions/" + asked + "/approval")
                .then()
                .statusCode(200);
        assertThat(dues()).containsExactly("9999-12-31", "9999-12-31");
        // What arrives meanwhile is deferred with the rest.
        coffers.arrive(caseId, "3000.00", LocalDate.of(2022, 10, 31));
        assertThat(dues()).containsExactly("9999-12-31", "9999-12-31", "9999-12-31");
        leave.end(leave.handler(caseId), asked, "2022-11-10").statusCode(200);
        // Ten days from the day it ends are up on Saturday the 19th.
        assertThat(dues()).containsExactly("2022-11-21", "2022-11-21", "2022-11-21");

        String before = coffers.apply(caseId, payee, "10.00");
        String stay = leave.suspend(caseId, "CASE_STAYED", "2022-11-01", null);
        coffers.applying(caseId, payee, "10.00")
                .statusCode(422)
                .body("code", equalTo("disbursement-stayed"))
                .body("clause", equalTo("法发〔2017〕6号第10条"));
        coffers.act(coffers.judge(caseId), before, "approval").statusCode(422);
        leave.cancel(stay).statusCode(200);
        coffers.act(coffers.judge(caseId), before, "approval").statusCode(200);
    }

    private List<String> dues() {
        return data.query("select due_on from node where code = 'DISBURSE' order by start_on");
    }

    @Test
    void previewsShareToTheFenAndShowTheDays() {
        json(coffers.executor(caseId))
                .body(Map.of(
                        "amount",
                        "100.00",
                        "creditors",
                        List.of(
                                Map.of("name", "王某", "claim", "300.00"),
                                Map.of("name", "李某某", "claim", "300.00"),
                                Map.of("name", "张某", "claim", "300.00"))))
                .post("/api/v1/distributions/preview")
                .then()
                .statusCode(200)
                .body("shares.amount", contains("33.34", "33.33", "33.33"))
                .body("shares.remainderFen", contains(true, false, false))
                .body("distributed", equalTo("100.00"));
        json(coffers.executor(caseId))
                .body(Map.of(
                        "principal",
                        "100000.00",
                        "periodEnd",
                        "2022-09-30",
                        "until",
                        "2022-10-31",
                        "payments",
                        List.of(Map.of("on", "2022-10-10", "amount", "40000.00")),
                        "leftOut",
                        List.of(Map.of("from", "2022-10-20", "resume", "2022-10-25"))))
                .post("/api/v1/interest/preview")
                .then()
                .statusCode(200)
                .body("segments.days", contains(10, 16))
                .body("segments.leftOut", contains(0, 5))
                .body("segments.interest", contains("175.00", "168.00"))
                .body("interest", equalTo("343.00"))
                .body("stillOwed", equalTo("60000.00"));
        json(coffers.executor(caseId))
                .body(Map.of("principal", "1.00", "periodEnd", "2022-09-30", "until", "2122-10-31"))
                .post("/api/v1/interest/preview")
                .then()
                .statusCode(400);
    }
}
