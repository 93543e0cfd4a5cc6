package org.zhixing.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** What nobody has signed yet passes to the new handlers with the case, and they are told. */
@QuarkusTest
class PassedPapersTest extends CourtTest {
    private static final String JUDGE = "judge-fast-1";
    private static final String EXECUTOR = "executor-fast-1";
    private static final String CLERK = "clerk-fast-1";
    private static final String NEXT_JUDGE = "judge-fast-2";
    private static final String NEXT_EXECUTOR = "executor-fast-2";
    private static final Map<String, String> NOTICE =
            Map.of("BASIS", "(2021)豫0505民初1号民事判决书", "DUTY", "向申请执行人支付借款60000元", "DAYS", "三日");

    @Inject
    Docket docket;

    @Inject
    OutboxWorker outbox;

    @Test
    void theNewJudgeIsToldOfWhatWaitsAndSignsItAndTheOldOneIsRefused() {
        String id = filed();
        String order = toSign(id, JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        String notice = toSign(id, EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        String draft = drafted(id, JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        data.run("delete from outbox");
        reassign(id, NEXT_JUDGE, EXECUTOR).statusCode(200);
        assertThat(told()).containsExactly(NEXT_JUDGE + " " + order);
        People.as(JUDGE).get("/api/v1/papers").then().body("items", empty());
        sign(JUDGE, order)
                .statusCode(403)
                .body("code", equalTo("signing-not-yours"))
                .body("clause", equalTo("一(五)"));
        deliver();
        People.as(NEXT_JUDGE)
                .get("/api/v1/inbox")
                .then()
                .body("items.kind", hasItem("paper.to-sign"))
                .body("items.find { it.kind == 'paper.to-sign' }.link.caseId", equalTo(id));
        People.as(JUDGE).get("/api/v1/inbox").then().body("items.findAll { it.kind == 'paper.to-sign' }", empty());
        People.as(NEXT_JUDGE).get("/api/v1/papers").then().body("items.id", contains(order));
        People.as(EXECUTOR).get("/api/v1/papers").then().body("items.id", contains(notice));
        assertThat(draft).isNotEqualTo(order);
        sign(NEXT_JUDGE, order).statusCode(200).body("status", equalTo("SIGNED"));
    }

    @Test
    void whoeverGetsTheCaseBackIsToldAnewAndOnceEachTime() {
        String id = filed();
        String notice = toSign(id, EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        data.run("delete from outbox");
        reassign(id, JUDGE, NEXT_EXECUTOR).statusCode(200);
        reassign(id, JUDGE, EXECUTOR).statusCode(200);
        reassign(id, NEXT_JUDGE, EXECUTOR).statusCode(200);
        assertThat(told()).containsExactlyInAnyOrder(NEXT_EXECUTOR + " " + notice, EXECUTOR + " " + notice);
        sign(EXECUTOR, notice).statusCode(200);
        data.run("delete from outbox");
        reassign(id, JUDGE, NEXT_EXECUTOR).statusCode(200);
        assertThat(told()).isEmpty();
    }

    @Test
    void minutesThatAreHalfSignedKeepTheSignaturesGiven() {
        String id = filed();
        String panel = People.as(CLERK)
                .contentType("application/json")
                .body(minutes())
                .post("/api/v1/cases/" + id + "/panels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String paper = People.as(CLERK).get("/api/v1/cases/" + id + "/panels").path("[0].paperId");
        People.as(CLERK)
                .header(
                        "If-Match",
                        People.as(CLERK).get("/api/v1/papers/" + paper).header("ETag"))
                .post("/api/v1/panels/" + panel + "/submission")
                .then()
                .statusCode(200);
        sign(EXECUTOR, paper).statusCode(200);
        data.run("delete from outbox");
        reassign(id, NEXT_JUDGE, NEXT_EXECUTOR).statusCode(200);
        assertThat(told()).containsExactly(NEXT_JUDGE + " " + paper);
        People.as(NEXT_JUDGE)
                .get("/api/v1/papers/" + paper)
                .then()
                .body("signatures.seat", contains("CASE_EXECUTOR"))
                .body("signatures.binds", contains(true))
                .body("turn", contains("CASE_JUDGE", "CASE_CLERK"))
                .body("mine", equalTo(true));
        People.as(NEXT_EXECUTOR).get("/api/v1/papers").then().body("items", empty());
        sign(JUDGE, paper).statusCode(403).body("clause", equalTo("一(五)"));
        sign(NEXT_JUDGE, paper).statusCode(422).body("code", equalTo("signing-requires-panel-stands"));
        reassign(id, JUDGE, NEXT_EXECUTOR).statusCode(200);
        reassign(id, JUDGE, EXECUTOR).statusCode(200);
        sign(JUDGE, paper).statusCode(200).body("signatures.seat", contains("CASE_EXECUTOR", "CASE_JUDGE"));
    }

    @Test
    void aTransferTakesWhatWaitsToTheOrdinaryTeam() {
        String id = filed();
        String order = toSign(id, JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        String notice = toSign(id, EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        String transfer = json(EXECUTOR)
                .body(Map.of("reason", "查到可拍卖房产"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json("president").post("/api/v1/transfers/" + transfer + "/approval");
        data.run("delete from outbox");
        json("triage")
                .post("/api/v1/transfers/" + transfer + "/carrying-out")
                .then()
                .statusCode(200);
        String judge = handler(id, "judge_id");
        String executor = handler(id, "executor_id");
        assertThat(List.of(judge, executor)).allMatch(who -> who.contains("ordinary"));
        assertThat(told()).containsExactlyInAnyOrder(judge + " " + order, executor + " " + notice);
        People.as(JUDGE).get("/api/v1/papers").then().body("items", empty());
        People.as(EXECUTOR).get("/api/v1/papers").then().body("items", empty());
        sign(judge, order).statusCode(200).body("status", equalTo("SIGNED"));
        sign(executor, notice).statusCode(200).body("status", equalTo("SIGNED"));
    }

    @Test
    void theDesksOverrideTakesWhatWaitsAlong() {
        String id = filed();
        String order = toSign(id, JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        data.run("delete from outbox");
        json("triage")
                .header("If-Match", etag(id))
                .body(Map.of("team", "SPECIAL", "reason", "涉嫌拒执"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(200);
        assertThat(told()).containsExactly(handler(id, "judge_id") + " " + order);
    }

    @Test
    void ofManyCasesAtOnceEachIsToldInOneNoticeHowMuchWaits() {
        List<String> cases = List.of(filed(), filed(), filed());
        String signed = toSign(cases.get(0), JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        sign(JUDGE, signed).statusCode(200);
        String first = toSign(cases.get(0), JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        String second = toSign(cases.get(1), JUDGE, "PROPERTY_REPORT_ORDER", Map.of("DAYS", "五日"));
        String notice = toSign(cases.get(2), EXECUTOR, "ENFORCEMENT_NOTICE", NOTICE);
        data.run("delete from outbox");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            json("leader-fast")
                    .header("Idempotency-Key", key)
                    .body(Map.of(
                            "caseIds",
                            cases,
                            "judgeId",
                            person(NEXT_JUDGE),
                            "executorId",
                            person(NEXT_EXECUTOR),
                            "reason",
                            "王某休假"))
                    .post("/api/v1/cases/reassignments")
                    .then()
                    .statusCode(200)
                    .body("done", equalTo(3));
        }
        assertThat(told()).isEmpty();
        assertThat(data.query("select p.username || ' ' || (o.payload -> 'params' ->> 'count') from outbox o"
                        + " cross join lateral jsonb_array_elements_text(o.payload -> 'people') u"
                        + " join person p on p.id = u::uuid where o.topic = 'papers.to-sign' order by 1"))
                .containsExactly(NEXT_EXECUTOR + " 1", NEXT_JUDGE + " 2");
        deliver();
        People.as(NEXT_JUDGE)
                .get("/api/v1/inbox")
                .then()
                .body("items.title", hasItem("随案件转来 2 份文书待您签署"))
                .body("items.body", hasItem("冯某调整承办人，理由：王某休假。请在“审批”中逐份审阅后签署。"));
        People.as(NEXT_JUDGE).get("/api/v1/papers").then().body("items.id", containsInAnyOrder(first, second));
        People.as(NEXT_EXECUTOR).get("/api/v1/papers").then().body("items.id", contains(notice));
        sign(NEXT_JUDGE, second).statusCode(200);
    }

    /** Who is told of which paper, by the notice that names one. */
    private List<String> told() {
        return data.query("select p.username || ' ' || split_part(o.key, ':', 2) from outbox o"
                + " cross join lateral jsonb_array_elements_text(o.payload -> 'people') u join person p on p.id = u::uuid"
                + " where o.topic = 'paper.to-sign' order by 1");
    }

    private void deliver() {
        outbox.deliver().await().atMost(Duration.ofSeconds(30));
    }

    private String filed() {
        return docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)))
                .filed()
                .id()
                .toString();
    }

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }

    private String handler(String id, String column) {
        return data.query("select username from person p join enforcement_case c on c." + column
                        + " = p.id where c.id = '" + id + "'")
                .get(0);
    }

    private static RequestSpecification json(String who) {
        return People.as(who).contentType("application/json");
    }

    private static String etag(String id) {
        return People.as("president").get("/api/v1/cases/" + id).header("ETag");
    }

    private ValidatableResponse reassign(String id, String judge, String executor) {
        return json("leader-fast")
                .header("If-Match", etag(id))
                .body(Map.of("judgeId", person(judge), "executorId", person(executor), "reason", "工作调整"))
                .post("/api/v1/cases/" + id + "/handlers")
                .then();
    }

    private static String drafted(String id, String who, String kind, Map<String, String> fields) {
        return json(who)
                .body(Map.of("kind", kind, "addressee", "李某某", "fields", fields))
                .post("/api/v1/cases/" + id + "/papers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String toSign(String id, String who, String kind, Map<String, String> fields) {
        String paper = drafted(id, who, kind, fields);
        People.as(who)
                .header(
                        "If-Match",
                        People.as(who).get("/api/v1/papers/" + paper).header("ETag"))
                .post("/api/v1/papers/" + paper + "/submission")
                .then()
                .statusCode(200);
        return paper;
    }

    private static ValidatableResponse sign(String who, String paper) {
        Response seen = People.as("president").get("/api/v1/papers/" + paper);
        String sha256 = seen.path("sha256");
        return json(who)
                .header("If-Match", seen.header("ETag"))
                .body(Map.of("sha256", sha256))
                .post("/api/v1/papers/" + paper + "/signatures")
                .then();
    }

    private static Map<String, Object> minutes() {
        return Map.of(
                "heldOn",
                "2022-11-01",
                "heldAt",
                "09:30",
                "place",
                "第一合议室",
                "matter",
                "是否终结本次执行程序",
                "discussion",
                "执行员汇报查控情况，成员意见一致。",
                "resolution",
                "终结本次执行程序。",
                "opinions",
                List.of(
                        Map.of("seat", "CASE_JUDGE", "dissents", false, "text", "同意终本。"),
                        Map.of("seat", "CASE_EXECUTOR", "dissents", false, "text", "同意。")));
    }
}
