package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;
import org.zhixing.testing.Trail;

/** What people do to a case, told from its filing on. */
@QuarkusTest
class CaseActsTest extends CourtTest {
    private static RequestSpecification json(String username) {
        return People.as(username).contentType("application/json");
    }

    private String handler(String column) {
        return data.query("select username from person p join enforcement_case c on c." + column + " = p.id")
                .get(0);
    }

    private String filed(String on) {
        return Samples.file(Samples.smallClaim(CourtData.number(), on));
    }

    @Test
    void anEditNeedsTheVersionAndAStaleOneIsToldWhatChanged() {
        String id = filed("2022-10-10");
        Map<String, Object> request = Samples.smallClaim("", "2022-10-10");
        request.put("cause", "买卖合同纠纷");
        json("triage").body(request).put("/api/v1/cases/" + id).then().statusCode(428);
        json("triage")
                .header("If-Match", "\"1\"")
                .body(request)
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("cause", equalTo("买卖合同纠纷"));
        json("triage")
                .header("If-Match", "\"1\"")
                .body(request)
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(412)
                .body("current", equalTo(2))
                .body("changed", contains("cause"));
    }

    @Test
    void theTrailKeepsWhatWasThereBeforeAndPersonalDataMasked() {
        String id = filed("2022-10-10");
        Map<String, Object> request = Samples.smallClaim("", "2022-10-11");
        request.put("claimAmount", "6000.00");
        Map<String, Object> respondent = Samples.party("RESPONDENT", "李某某");
        respondent.put("phone", "13800001234");
        respondent.put("idNumber", "410502199001011234");
        request.put("parties", List.of(Samples.party("APPLICANT", "王某"), respondent));
        edited(id, 1, request);
        assertThat(changes("case.edited"))
                .isEqualTo("{\"claimAmount\":{\"old\":\"5000.00\",\"new\":\"6000.00\"},"
                        + "\"filedOn\":{\"old\":\"2022-10-10\",\"new\":\"2022-10-11\"},"
                        + "\"idNumber:李某某\":{\"old\":null,\"new\":\"410502********1234\"},"
                        + "\"phone:李某某\":{\"old\":null,\"new\":\"138****1234\"}}");
        respondent.put("phone", "13811111234");
        request.put("parties", List.of(Samples.party("APPLICANT", "赵某某"), respondent));
        edited(id, 2, request);
        assertThat(changes("case.edited"))
                .isEqualTo("{\"applicants\":{\"old\":\"王某\",\"new\":\"赵某某\"},"
                        + "\"phone:李某某\":{\"old\":\"138****1234\",\"new\":\"138****1234\"}}");
        json("triage")
                .header("If-Match", "\"1\"")
                .body(request)
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(412)
                .body("changed", hasItems("claimAmount", "filedOn", "parties"));
    }

    private void edited(String id, int version, Map<String, Object> request) {
        json("triage")
                .header("If-Match", "\"" + version + "\"")
                .body(request)
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(200);
    }

    /** Of the last row of that kind. */
    private String changes(String action) {
        return data.query("select detail -> 'changes' from audit where action = '" + action + "' order by seq desc")
                .get(0);
    }

    @Test
    void aCorrectedFilingDateMovesTheDueDates() {
        String id = filed("2022-10-10");
        json("triage")
                .header("If-Match", "\"1\"")
                .body(Samples.smallClaim("", "2022-10-11"))
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(200)
                .body("nodes.find { it.code == 'FIRST_INTERVIEW' }.dueOn", equalTo("2022-10-14"))
                .body("nextDueOn", equalTo("2022-10-14"));
    }

    @Test
    void onlyItsHandlersAndTheDeskMayEdit() {
        String id = filed("2022-10-10");
        String judge = handler("judge_id");
        String other = judge.endsWith("1") ? "judge-fast-2" : "judge-fast-1";
        json(other)
                .header("If-Match", "\"1\"")
                .body(Samples.smallClaim("", "2022-10-10"))
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-handler"))
                .body("clause", equalTo("一(五)"));
        json(judge)
                .header("If-Match", "\"1\"")
                .body(Samples.smallClaim("", "2022-10-10"))
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void theDeskOverridesWithAReasonAndEverythingFollows() {
        String id = filed("2022-10-10");
        json("triage")
                .header("If-Match", "\"1\"")
                .body(Map.of("team", "SPECIAL", "reason", ""))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        json("triage")
                .header("If-Match", "\"1\"")
                .body(Map.of("team", "SPECIAL", "reason", "涉嫌拒执，移送特执"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(200)
                .body("team", equalTo("SPECIAL"))
                .body("judge.name", equalTo("韩某某"))
                .body("override.reason", equalTo("涉嫌拒执，移送特执"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.state", equalTo("CANCELLED"))
                .body("nodes.find { it.code == 'FIRST_INTERVIEW' }.responsible.people[0].name", equalTo("杨某"));
        People.as("triage")
                .get("/api/v1/cases/" + id + "/timeline")
                .then()
                .body("items.action", hasItems("case.filed", "case.overridden", "case.moved", "node.cancelled"))
                .body("items.text", hasItem(containsString("快执团队 → 特执团队")));
        assertThat(data.query("select sum(open_cases) from person where team = 'FAST'"))
                .containsOnly("0");
    }

    @Test
    void aTransferIsAskedSignedAndCarriedOut() {
        String id = filed("2022-10-24");
        String executor = handler("executor_id");
        String transfer = json(executor)
                .body(Map.of("reason", "查到可拍卖房产"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(201)
                .body("status", equalTo("ASKED"))
                .body("lastDay", equalTo("2022-11-03"))
                .extract()
                .path("id");
        json(executor)
                .body(Map.of("reason", "再次申请"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(422)
                .body("code", equalTo("transfer-under-way"));
        json("triage")
                .post("/api/v1/transfers/" + transfer + "/carrying-out")
                .then()
                .statusCode(422)
                .body("code", equalTo("transfer-not-approved"));
        json("president")
                .post("/api/v1/transfers/" + transfer + "/approval")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        json("triage")
                .post("/api/v1/transfers/" + transfer + "/carrying-out")
                .then()
                .statusCode(200)
                .body("status", equalTo("CARRIED_OUT"))
                .body("carriedOutBy.name", equalTo("张某"));
        People.as("president")
                .get("/api/v1/cases/" + id)
                .then()
                .body("team", equalTo("ORDINARY"))
                .body("facts.auctionNeeded", equalTo(true))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.state", equalTo("CANCELLED"))
                .body("nodes.findAll { it.state != 'CANCELLED' }.code", not(hasItem("CLOSE_ORDINARY")))
                .body("judge.name", notNullValue());
        assertThat(data.count("select count(*) from case_transfer")).isEqualTo(1);
    }

    @Test
    void afterTheTenthDayATransferIsRefusedWithClauseAndLastDay() {
        String id = filed("2022-10-10");
        json(handler("executor_id"))
                .body(Map.of("reason", "查到可拍卖房产"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(422)
                .body("code", equalTo("transfer-too-late"))
                .body("clause", equalTo("一(一)"))
                .body("detail", containsString("2022-10-20"));
    }

    @Test
    void aRefusedTransferLeavesTheCaseWhereItIs() {
        String id = filed("2022-10-24");
        String transfer = json(handler("executor_id"))
                .body(Map.of("reason", "查到可拍卖房产"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json("president")
                .body(Map.of("reason", "房产已被首封"))
                .post("/api/v1/transfers/" + transfer + "/refusal")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"));
        json("president")
                .post("/api/v1/transfers/" + transfer + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("transfer-not-asked"))
                .body("clause", equalTo("一(一)"))
                .body("fact", notNullValue())
                .body("remedy", notNullValue());
        People.as("triage").get("/api/v1/cases/" + id).then().body("team", equalTo("FAST"));
    }

    private String asked(String id) {
        return json(handler("executor_id"))
                .body(Map.of("reason", "查到可拍卖房产"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse act(String who, String transfer, String act) {
        return json(who)
                .body(Map.of("reason", "房产已被首封"))
                .post("/api/v1/transfers/" + transfer + "/" + act)
                .then();
    }

    private List<Integer> atOnce(String who, String transfer, String act) {
        return IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> act(who, transfer, act).extract().statusCode())
                .sorted()
                .toList();
    }

    @Test
    void ofTwoWhoActOnATransferAtOnceOneDoesAndTheOtherIsToldItIsDone() {
        String id = filed("2022-10-24");
        String transfer = asked(id);
        assertThat(atOnce("president", transfer, "approval")).containsExactly(200, 409, 409, 409);
        assertThat(atOnce("triage", transfer, "carrying-out")).containsExactly(200, 409, 409, 409);
        act("triage", transfer, "carrying-out")
                .statusCode(409)
                .body("code", equalTo("transfer-ended"))
                .body("clause", equalTo("一(一)"));
        assertThat(data.query("select action from audit where action like 'transfer.%' order by seq"))
                .containsExactly("transfer.asked", "transfer.approved", "transfer.carried-out");
    }

    @Test
    void aLaterTransferDoesNotStandInForOneThatWasRefused() {
        String id = filed("2022-10-24");
        String refused = asked(id);
        act("president", refused, "refusal").statusCode(200);
        String later = asked(id);
        act("president", refused, "approval").statusCode(409).body("code", equalTo("transfer-not-asked"));
        act("president", later, "approval").statusCode(200);
        act("triage", refused, "carrying-out").statusCode(409).body("code", equalTo("transfer-ended"));
        assertThat(data.query("select status from case_transfer order by id")).containsExactly("REFUSED", "APPROVED");
    }

    @Test
    void theLeaderReassignsWithinTheTeam() {
        String id = filed("2022-10-10");
        String before = data.query("select p.name from person p join enforcement_case c on c.executor_id = p.id")
                .get(0);
        String judge = data.query("select id from person where username = 'judge-fast-2'")
                .get(0);
        String executor = data.query("select id from person where username = 'executor-fast-2'")
                .get(0);
        json("leader-fast")
                .header("If-Match", "\"1\"")
                .body(Map.of("judgeId", judge, "executorId", executor, "reason", "工作调整"))
                .post("/api/v1/cases/" + id + "/handlers")
                .then()
                .statusCode(200)
                .body("executor.name", equalTo("钱某某"))
                .body("nodes.find { it.code == 'FIRST_INTERVIEW' }.responsible.people[0].name", equalTo("钱某某"));
        assertThat(data.query("select coalesce((detail #>> '{changes,executor,old}') || ' → ' || (detail #>>"
                        + " '{changes,executor,new}'), 'the same') from audit where action = 'case.reassigned'"))
                .containsExactly(before.equals("钱某某") ? "the same" : before + " → 钱某某");
        String stranger = data.query("select id from person where username = 'judge-ordinary-1'")
                .get(0);
        json("leader-fast")
                .header("If-Match", "\"2\"")
                .body(Map.of("judgeId", stranger, "executorId", executor, "reason", "工作调整"))
                .post("/api/v1/cases/" + id + "/handlers")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("judgeId"));
    }

    @Test
    void theJudgeClosesAndTheClosingNodesAreDone() {
        String id = filed("2022-10-10");
        String judge = handler("judge_id");
        json(judge)
                .header("If-Match", "\"1\"")
                .body(Map.of("manner", "TERMINATED_THIS_PROCEDURE", "closedOn", "2022-11-01"))
                .post("/api/v1/cases/" + id + "/closure")
                .then()
                .statusCode(422)
                .body("code", equalTo("final-review-needed"));
        json(judge)
                .header("If-Match", "\"1\"")
                .body(Map.of("manner", "COMPLETED", "closedOn", "2022-11-01"))
                .post("/api/v1/cases/" + id + "/closure")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.state", equalTo("DONE"))
                .body("nodes.find { it.code == 'FIRST_INTERVIEW' }.state", equalTo("OVERDUE"));
        json("triage")
                .header("If-Match", "\"2\"")
                .body(Map.of("team", "SPECIAL", "reason", "改派"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(422)
                .body("code", equalTo("case-closed"));
    }

    @Test
    void aCaseThatNothingDecidesWaitsForTheDesk() {
        Map<String, Object> request = Samples.smallClaim(CourtData.number(), "2022-10-10");
        request.remove("claimAmount");
        String id = Samples.file(request);
        People.as("triage")
                .get("/api/v1/cases/" + id)
                .then()
                .body("team", equalTo(null))
                .body("triage.rule", equalTo("UNDECIDED"))
                .body("triage.clause", equalTo("二(六)"));
        json("triage")
                .header("If-Match", "\"1\"")
                .body(Map.of("team", "ORDINARY", "reason", "争议较大"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(200)
                .body("nodes.code", hasItem("CLOSE_ORDINARY"))
                .body("judge.name", notNullValue());
    }

    @Test
    void everyActIsInTheTrailOnce() {
        filed("2022-10-10");
        filed("2022-10-11");
        Trail.assertWhole(data);
        assertThat(data.count("select count(*) from audit")).isEqualTo(2);
    }

    @Test
    void theListPagesThroughEveryCaseOnceInEveryOrder() {
        for (int i = 1; i <= 7; i++) {
            Map<String, Object> request = Samples.smallClaim(CourtData.number(), "2022-10-" + (10 + i % 3));
            request.put("claimAmount", i % 2 == 0 ? "100.00" : String.valueOf(i));
            Samples.file(request);
        }
        for (String sort : List.of("-filedOn", "filedOn", "-claimAmount", "claimAmount", "nextDueOn")) {
            Set<String> seen = new HashSet<>();
            String cursor = "";
            int rows = 0;
            while (cursor != null) {
                var page = People.as("triage")
                        .queryParam("sort", sort)
                        .queryParam("limit", 3)
                        .queryParam("cursor", cursor)
                        .get("/api/v1/cases")
                        .then()
                        .statusCode(200)
                        .extract();
                List<String> ids = page.path("items.id");
                rows += ids.size();
                seen.addAll(ids);
                cursor = page.path("next");
            }
            assertThat(rows).as(sort).isEqualTo(7);
            assertThat(seen).as(sort).hasSize(7);
        }
    }

    @Test
    void theListFilters() {
        Map<String, Object> big = Samples.smallClaim(CourtData.number(), "2022-09-01");
        big.put("claimAmount", 250000.5);
        big.put("parties", List.of(Samples.party("APPLICANT", "赵某某"), Samples.party("RESPONDENT", "钱某")));
        String large = Samples.file(big);
        String small = filed("2022-10-31");
        for (Map.Entry<String, String> filter : Map.of(
                        "team",
                        "ORDINARY",
                        "amountFrom",
                        "100000",
                        "filedTo",
                        "2022-09-30",
                        "overdue",
                        "true",
                        "q",
                        "赵某")
                .entrySet()) {
            People.as("triage")
                    .queryParam(filter.getKey(), filter.getValue())
                    .get("/api/v1/cases")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(large));
        }
        People.as("triage").queryParam("q", "赵").get("/api/v1/cases").then().body("items.id", contains(large));
        People.as("triage").queryParam("q", "100%").get("/api/v1/cases").then().body("items.size()", equalTo(0));
        People.as("triage")
                .queryParam("amountTo", "5000")
                .get("/api/v1/cases")
                .then()
                .body("items.id", contains(small));
        People.as("triage").queryParam("limit", "0").get("/api/v1/cases").then().statusCode(400);
        People.as("triage")
                .queryParam("cursor", "nonsense")
                .get("/api/v1/cases")
                .then()
                .statusCode(400);
        People.as("triage")
                .queryParam("sort", "name")
                .get("/api/v1/cases")
                .then()
                .statusCode(400);
    }
}
