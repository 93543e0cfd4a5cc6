package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.testing.Leave.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Extension of closing nodes; today is 2022-11-01. */
@QuarkusTest
class ExtensionTest extends CourtTest {
    @Inject
    Leave leave;

    private ValidatableResponse asking(String caseId, NodeCode code, int days) {
        return json(leave.handler(caseId))
                .body(Map.of("days", days, "reason", "案情复杂"))
                .post("/api/v1/nodes/" + leave.node(caseId, code) + "/extensions")
                .then();
    }

    private String ask(String caseId, NodeCode code, int days) {
        return asking(caseId, code, days).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse approve(String id) {
        return json("president").post("/api/v1/extensions/" + id + "/approval").then();
    }

    @Test
    void grantedDaysAreAddedToThePeriodAndCountedAnew() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        String asked = asking(id, NodeCode.CLOSE_FAST, 10)
                .statusCode(201)
                .body("status", equalTo("ASKED"))
                .body("lastDayToAsk", equalTo("2022-11-16"))
                .body("dueBefore", equalTo("2022-11-21"))
                .body("dueAfter", equalTo("2022-11-29"))
                .body("clause", equalTo("法发〔2006〕35号第1条"))
                .body("allowed", empty())
                .extract()
                .path("id");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-21");
        asking(id, NodeCode.CLOSE_FAST, 5)
                .statusCode(409)
                .body("code", equalTo("extension-under-way"))
                .body("clause", equalTo("法发〔2006〕35号第1条"));
        json("director")
                .post("/api/v1/extensions/" + asked + "/approval")
                .then()
                .statusCode(403);
        json("president")
                .get("/api/v1/extensions?status=ASKED")
                .then()
                .body("items.allowed", contains(contains("APPROVE", "REFUSE")));
        approve(asked).statusCode(200).body("status", equalTo("APPROVED")).body("dueAfter", equalTo("2022-11-29"));
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-29");
        approve(asked)
                .statusCode(409)
                .body("code", equalTo("extension-decided"))
                .body("clause", equalTo("法发〔2006〕35号第1条"));
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.CLOSE_FAST))
                .then()
                .body("extension", equalTo(10))
                .body("extensionLastDay", equalTo("2022-11-24"));
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.CLOSE_FAST) + "/days")
                .then()
                .body("days.findAll { it.why == 'EXTENDED' }", hasSize(10));
        // suspensions push granted days too, and a second grant adds to the first
        String suspension = leave.suspend(id, "STAY", "2022-10-20", "2022-11-03");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-13");
        approve(ask(id, NodeCode.CLOSE_FAST, 3)).statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-16");
        leave.cancel(suspension).statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-02");
        People.as("president").get("/api/v1/cases/" + id + "/extensions").then().body("", hasSize(2));
    }

    @Test
    void askedTooLateItIsRefusedWithTheClauseTheDayAndTheLawfulWay() {
        // 40 days from 27 September end on 6 November, a Sunday; due on the 7th, so the 2nd is the last day
        String inTime = leave.file(Docket.fast(LocalDate.of(2022, 9, 27)));
        assertThat(leave.due(inTime, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-07");
        asking(inTime, NodeCode.CLOSE_FAST, 10).statusCode(201);
        // due on 5 November would be a Saturday: take one due on the 4th, of which 30 October was the last day
        String late = leave.file(Docket.fast(LocalDate.of(2022, 9, 25)));
        assertThat(leave.due(late, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-04");
        asking(late, NodeCode.CLOSE_FAST, 10)
                .statusCode(422)
                .body("code", equalTo("extension-too-late"))
                .body("clause", equalTo("法发〔2006〕35号第1条"))
                .body("detail", containsString("2022-10-30"))
                .body("fact", containsString("2022-11-04"))
                .body("remedy", containsString("公告送达"));
        People.as(leave.handler(late))
                .get("/api/v1/cases/" + late)
                .then()
                .body("nodes.find { it.code == 'CLOSE_FAST' }.allowed", empty())
                .body("nodes.find { it.code == 'CLOSE_STATUTORY' }.allowed", hasItem("ASK_EXTENSION"));
    }

    @Test
    void theLastDayItselfIsInTime() {
        // due on 7 November minus 5 days is the 2nd; one due on Sunday the 6th rolled does not count from the 6th
        String edge = leave.file(Docket.fast(LocalDate.of(2022, 9, 27)));
        data.run("update node set due_on = '2022-11-06' where code = 'CLOSE_FAST'");
        asking(edge, NodeCode.CLOSE_FAST, 1).statusCode(201);
    }

    @Test
    void onlyClosingNodesOfOwnCasesThatAreOpenAndHaveADueDate() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 24)));
        asking(id, NodeCode.FIRST_INTERVIEW, 5).statusCode(422).body("code", equalTo("extension-not-closing"));
        asking(id, NodeCode.CLOSE_FAST, 0).statusCode(400);
        asking(id, NodeCode.CLOSE_FAST, 181).statusCode(400);
        String node = "/api/v1/nodes/" + leave.node(id, NodeCode.CLOSE_FAST) + "/extensions";
        Map<String, Object> body = Map.of("days", 5, "reason", "案情复杂");
        String other = leave.handler(id).equals("executor-fast-1") ? "executor-fast-2" : "executor-fast-1";
        json(other).body(body).post(node).then().statusCode(403);
        json("executor-ordinary-1").body(body).post(node).then().statusCode(404);
        json("wenfeng-executor").body(body).post(node).then().statusCode(404);
        leave.suspend(id, "STAY", "2022-10-26", null);
        asking(id, NodeCode.CLOSE_FAST, 5).statusCode(422).body("code", equalTo("extension-no-due"));
        json("wenfeng-president").get("/api/v1/extensions").then().body("items", empty());
    }

    @Test
    void refusedNothingMovesAndOfTwoWhoDecideAtOnceOneDoes() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 24)));
        List<String> before = leave.dates(id);
        String refused = ask(id, NodeCode.CLOSE_STATUTORY, 30);
        json("president")
                .body(Map.of("reason", "理由不充分"))
                .post("/api/v1/extensions/" + refused + "/refusal")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("dueAfter", nullValue());
        assertThat(leave.dates(id)).isEqualTo(before);
        String asked = ask(id, NodeCode.CLOSE_STATUTORY, 30);
        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> approve(asked).extract().statusCode())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409, 409, 409);
        assertThat(leave.dates(id)).isNotEqualTo(before);
        assertThat(data.query("select extension from node where code = 'CLOSE_STATUTORY'"))
                .containsExactly("30");
    }

    @Test
    void oneAskedOfANodeThatWasCancelledCannotBeGranted() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 24)));
        String asked = ask(id, NodeCode.CLOSE_FAST, 10);
        json("triage")
                .header("If-Match", "\"1\"")
                .body(Map.of("team", "ORDINARY", "reason", "争议较大"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(200);
        approve(asked).statusCode(409).body("code", equalTo("node-ended")).body("clause", equalTo("法发〔2006〕35号第1条"));
        People.as("president")
                .get("/api/v1/cases/" + id)
                .then()
                .body("clockWarnings.code", hasItem("TERMINATION_TOO_EARLY"))
                .body("clockWarnings[0].ways", not(hasItem("TRANSFER")));
    }
}
