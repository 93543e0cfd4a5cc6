package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** One case by hand: sorted, dated, its account opened, everything in one transaction. */
@QuarkusTest
class FileCaseTest extends CourtTest {
    private final String number = CourtData.number();

    @Test
    void aSmallClaimGoesToTheFastTeamWithItsNodesAndAccount() {
        People.as("triage")
                .contentType("application/json")
                .body(Samples.smallClaim(number, "2022-10-10"))
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/api/v1/cases/"))
                .body("team", equalTo("FAST"))
                .body("triage.rule", equalTo("UP_TO_100000"))
                .body("triage.clause", equalTo("一(一)1"))
                .body("claimAmount", equalTo("5000.00"))
                .body("judge.id", notNullValue())
                .body("executor.id", notNullValue())
                .body("account.balance", equalTo("0.00"))
                .body("account.virtualNumber", notNullValue())
                .body("nodes.code", hasItems("FIRST_INTERVIEW", "OFFLINE_ASSET_QUERY", "CLOSE_FAST", "CLOSE_STATUTORY"))
                .body("nodes.find { it.code == 'FIRST_INTERVIEW' }.dueOn", equalTo("2022-10-13"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.dueOn", equalTo("2022-11-21"))
                .body("nextDueOn", equalTo("2022-10-13"))
                .body("overdue", equalTo(true));
        assertThat(data.count("select count(*) from audit where action = 'case.filed'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from outbox where topic = 'case.assigned'"))
                .isEqualTo(1);
        assertThat(data.count("select sum(open_cases) from person")).isEqualTo(2);
    }

    @Test
    void theSameKeyAnswersTheSameCaseAndAnotherRequestIsRefused() {
        Map<String, Object> request = Samples.smallClaim(number, "2022-10-10");
        String first = People.as("triage")
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        People.as("triage")
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        request.put("cause", "买卖合同纠纷");
        People.as("triage")
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/cases")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(1);
    }

    @Test
    void aTakenNumberIsAConflict() {
        Samples.file(Samples.smallClaim(number, "2022-10-10"));
        People.as("triage")
                .contentType("application/json")
                .body(Samples.smallClaim(number, "2022-10-11"))
                .post("/api/v1/cases")
                .then()
                .statusCode(409)
                .body("code", equalTo("number-taken"))
                .body("remedy", notNullValue());
    }

    @Test
    void everyWrongFieldIsNamedInTheRegistersSentences() {
        Map<String, Object> request = Samples.smallClaim("(2022)豫0503执9号", "2099-01-01");
        request.put("claimAmount", "5000.001");
        request.put("parties", List.of(Samples.party("APPLICANT", "王某")));
        People.as("triage")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/cases")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("number", "filedOn", "claimAmount", "parties"))
                .body("errors.find { it.field == 'claimAmount' }.message", notNullValue());
        assertThat(data.count("select count(*) from enforcement_case")).isZero();
    }

    @Test
    void unreadableJsonIsOneClearSentence() {
        People.as("triage")
                .contentType("application/json")
                .body("{\"filedOn\": \"yesterday\"}")
                .post("/api/v1/cases")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("filedOn"));
        People.as("triage")
                .contentType("application/json")
                .body("{")
                .post("/api/v1/cases")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @Test
    void anotherCourtNeverSeesTheCase() {
        String id = Samples.file(Samples.smallClaim(number, "2022-10-10"));
        People.as("wenfeng-president").get("/api/v1/cases/" + id).then().statusCode(404);
        People.as("wenfeng-president")
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        People.as("wenfeng-president")
                .get("/api/v1/cases/" + id + "/timeline")
                .then()
                .statusCode(404);
        People.as("wenfeng-president")
                .get("/api/v1/cases/" + id + "/account")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherTeamSeesNeitherTheRowNorTheCase() {
        String id = Samples.file(Samples.smallClaim(number, "2022-10-10"));
        People.as("judge-ordinary-1").get("/api/v1/cases/" + id).then().statusCode(404);
        People.as("judge-ordinary-1")
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        People.as("clerk-fast-1").get("/api/v1/cases").then().statusCode(200).body("items.id", contains(id));
        People.as("police-affairs-1").get("/api/v1/cases/" + id).then().statusCode(200);
        People.as("admin").get("/api/v1/cases/" + id).then().statusCode(403);
    }

    @Test
    void personalDataIsMaskedExceptToTheHandlersAndTheLookIsRecorded() {
        Map<String, Object> request = Samples.smallClaim(number, "2022-10-10");
        Map<String, Object> applicant = Samples.party("APPLICANT", "王某");
        applicant.put("idNumber", "410502199001011234");
        applicant.put("phone", "13812341234");
        request.put("parties", List.of(applicant, Samples.party("RESPONDENT", "李某某")));
        String id = Samples.file(request);
        People.as("president")
                .get("/api/v1/cases/" + id)
                .then()
                .body("parties[0].idNumber", equalTo("410502********1234"))
                .body("parties[0].phone", equalTo("138****1234"))
                .body("parties[1].phone", nullValue());
        String executor = data.query("select username from person p join enforcement_case c on c.executor_id = p.id")
                .get(0);
        People.as(executor).get("/api/v1/cases/" + id).then().body("parties[0].phone", equalTo("13812341234"));
        assertThat(data.count("select count(*) from audit where action = 'personal-data.seen'"))
                .isEqualTo(1);
    }

    @Test
    void handlersShareTheLoadEvenly() {
        for (int i = 0; i < 6; i++) {
            Samples.file(Samples.smallClaim(CourtData.number(), "2022-10-10"));
        }
        assertThat(data.query(
                        "select open_cases from person where username like '%-fast-_' and roles && '{judge,executor}'"))
                .containsOnly("3");
    }
}
