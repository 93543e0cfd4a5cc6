package org.zhixing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 报请: raised by the case's executor, counted on the board, decided by its judge. */
@QuarkusTest
class ReferralTest extends CourtTest {
    private static final String JUDGE = "judge-fast-1";
    private static final String EXECUTOR = "executor-fast-1";

    @Inject
    Docket docket;

    private UUID caseId;

    @BeforeEach
    void file() {
        caseId = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31))).filed().id();
    }

    @Test
    void isANodeOfTheJudgeUntilTheJudgeDecides() {
        String id = refer(EXECUTOR)
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("judge.name", equalTo("王某"))
                .body("allowed", contains("WITHDRAW"))
                .body("nodeId", notNullValue())
                .extract()
                .path("id");
        People.as("node-control")
                .get("/api/v1/nodes?code=REFERRAL")
                .then()
                .body("items.caseId", hasItem(caseId.toString()))
                .body("items[0].clause", equalTo("一(五)"))
                .body("items[0].dueOn", equalTo("2022-11-08"))
                .body("items[0].responsible.people.name", contains("王某"));
        People.as(JUDGE).get("/api/v1/referrals?waiting=true").then().body("items.id", contains(id));
        People.as("judge-fast-2").get("/api/v1/referrals?waiting=true").then().body("items", empty());
        decide("judge-fast-2", id, true)
                .then()
                .statusCode(403)
                .body("code", equalTo("referral-not-judge"))
                .body("clause", equalTo("一(五)"));
        decide(EXECUTOR, id, true).then().statusCode(403);
        decide(JUDGE, id, true)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("endReason", equalTo("符合法定情形"))
                .body("endedBy.name", equalTo("王某"));
        decide(JUDGE, id, false).then().statusCode(409).body("code", equalTo("referral-decided"));
        assertThat(data.query("select done_on from node where subject_id = '" + id + "'"))
                .containsExactly("2022-11-01");
        assertThat(data.query("select action from audit where subject_id = '" + id + "' order by seq"))
                .containsExactly("referral.asked", "referral.approved");
        assertThat(data.query("select topic from outbox where topic like 'referral.%' order by id"))
                .containsExactly("referral.asked", "referral.approved");
    }

    @Test
    void isNotRaisedByAnybodyElseNorTwiceByOneKey() {
        refer(JUDGE).then().statusCode(403);
        refer("executor-fast-2").then().statusCode(403).body("code", equalTo("referral-not-executor"));
        refer("executor-ordinary-1").then().statusCode(404);
        refer("wenfeng-executor").then().statusCode(404);
        People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of("matter", " ", "detail", ""))
                .post("/api/v1/cases/" + caseId + "/referrals")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("matter"));
        String first = keyed().then().statusCode(201).extract().path("id");
        keyed().then().statusCode(201).body("id", equalTo(first));
        assertThat(data.count("select count(*) from referral")).isEqualTo(1);
        People.as("judge-ordinary-1").get("/api/v1/referrals").then().body("items", empty());
        decide("wenfeng-judge", first, true).then().statusCode(404);
    }

    @Test
    void takenBackItIsOwedNoMore() {
        String id = refer(EXECUTOR).then().statusCode(201).extract().path("id");
        withdraw("executor-fast-2", id).then().statusCode(403).body("code", equalTo("referral-not-asker"));
        withdraw(EXECUTOR, id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        assertThat(data.query("select cancel_reason from node where subject_id = '" + id + "'"))
                .containsExactly("已和解");
        decide(JUDGE, id, true).then().statusCode(409);
    }

    @Test
    void followsTheCaseToItsNewJudgeAndStopsItsClosing() {
        String id = refer(EXECUTOR).then().statusCode(201).extract().path("id");
        String etag = People.as(JUDGE).get("/api/v1/cases/" + caseId).header("ETag");
        People.as(JUDGE)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(Map.of("manner", "TERMINATED", "closedOn", "2022-11-01"))
                .post("/api/v1/cases/" + caseId + "/closure")
                .then()
                .statusCode(422)
                .body("code", equalTo("referral-open"));
        String second = data.query("select id from person where username = 'judge-fast-2'")
                .get(0);
        String executor = data.query("select id from person where username = '" + EXECUTOR + "'")
                .get(0);
        People.as("leader-fast")
                .header("If-Match", etag)
                .contentType("application/json")
                .body(Map.of("judgeId", second, "executorId", executor, "reason", "工作调整"))
                .post("/api/v1/cases/" + caseId + "/handlers")
                .then()
                .statusCode(200);
        decide(JUDGE, id, true).then().statusCode(403);
        assertThat(data.query("select responsible_ids::text from node where subject_id = '" + id + "'"))
                .containsExactly("{" + second + "}");
        decide("judge-fast-2", id, false).then().statusCode(200).body("status", equalTo("REFUSED"));
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        String id = refer(EXECUTOR).then().statusCode(201).extract().path("id");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean approve = i % 2 == 0;
            all.add(() -> decide(JUDGE, id, approve).statusCode());
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> done : pool.invokeAll(all)) {
            codes.add(done.get());
        }
        pool.shutdown();
        assertThat(codes).containsOnlyOnce(200).filteredOn(code -> code == 409).hasSize(5);
        assertThat(data.count("select count(*) from outbox where topic in ('referral.approved', 'referral.refused')"))
                .isEqualTo(1);
    }

    /** A court whose table was published before there was the line gets it as a version of its own. */
    @Test
    void aTableWithoutTheLineGetsItAsANewVersion() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/db/migration/V42__referral.sql")) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            data.run(
                    "insert into node_policy (court_id, version, effective_from, document) select court_id, 2, '2022-06-01',"
                            + " jsonb_set(document, '{policies}', (select jsonb_agg(p) from jsonb_array_elements(document ->"
                            + " 'policies') p where p ->> 'code' <> 'REFERRAL')) from node_policy where version = 1");
            data.run(sql.substring(sql.indexOf("insert into node_policy")));
            data.run(sql.substring(sql.indexOf("insert into node_policy")));
            assertThat(data.query(
                            "select version || ' ' || jsonb_array_length(document -> 'policies') from node_policy n"
                                    + " join court c on c.id = n.court_id where c.code = '豫0505' order by version"))
                    .containsExactly("1 16", "2 15", "3 16");
        } finally {
            data.forgetPolicies();
        }
    }

    private Response refer(String who) {
        return People.as(who)
                .contentType("application/json")
                .body(Map.of("matter", "变更被执行人", "detail", "被执行人已注销，请审查是否变更其股东。"))
                .post("/api/v1/cases/" + caseId + "/referrals");
    }

    private Response keyed() {
        return People.as(EXECUTOR)
                .header("Idempotency-Key", "refer-once")
                .contentType("application/json")
                .body(Map.of("matter", "变更被执行人", "detail", "请审查"))
                .post("/api/v1/cases/" + caseId + "/referrals");
    }

    private static Response decide(String who, String id, boolean approved) {
        return People.as(who)
                .contentType("application/json")
                .body(Map.of("approved", approved, "reason", "符合法定情形"))
                .post("/api/v1/referrals/" + id + "/decision");
    }

    private static Response withdraw(String who, String id) {
        return People.as(who)
                .contentType("application/json")
                .body(Map.of("reason", "已和解"))
                .post("/api/v1/referrals/" + id + "/withdrawal");
    }
}
