package org.zhixing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 签署规则 as the court's own policy: drafted, published, and binding what is fixed from its day on. */
@QuarkusTest
class SigningPolicyTest extends CourtTest {
    private static final String KIND = "signing";
    private static final String EXECUTOR = "executor-fast-1";
    private static final String JUDGE = "judge-fast-1";
    private static final String TODAY = "2022-11-01";
    private static final String TOMORROW = "2022-11-02";

    @Inject
    Docket docket;

    private UUID caseId;

    @BeforeEach
    void file() {
        data.forgetPolicies();
        caseId = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31))).filed().id();
    }

    @AfterEach
    void asAtFirst() {
        data.wipe();
        data.forgetPolicies();
    }

    /** The rules in hand with another seat behind those of the enforcement notice. */
    private static ObjectNode also(String seat) {
        ObjectNode document = DraftDesk.document(KIND);
        ArrayNode seats = (ArrayNode) notice(document).get("seats");
        seats.addObject().put("seat", seat).put("largeOnly", false);
        return document;
    }

    private static ObjectNode notice(ObjectNode document) {
        return DraftDesk.line(document, "rules", "subject", "ENFORCEMENT_NOTICE");
    }

    private static void publish(ObjectNode document, String from) {
        DraftDesk.save(KIND, document);
        DraftDesk.publish(KIND, from, null).statusCode(200);
    }

    @Test
    void aVersionIsDraftedComparedPublishedAndReadByEverybodyOfTheCourt() {
        DraftDesk.save(KIND, also("CASE_JUDGE"));
        DraftDesk.admin()
                .get(DraftDesk.path(KIND))
                .then()
                .body("inHand", equalTo(true))
                .body(
                        "changes.find { it.path == 'rules[ENFORCEMENT_NOTICE].seats' }.after",
                        equalTo("CASE_EXECUTOR, CASE_JUDGE"));
        People.as(JUDGE).get("/api/v1/signing-policies").then().body("version", contains(1));
        DraftDesk.publish(KIND, TOMORROW, null).statusCode(200).body("version", equalTo(2));
        People.as("clerk-fast-1")
                .get("/api/v1/signing-policies")
                .then()
                .statusCode(200)
                .body("version", contains(1, 2))
                .body("effectiveFrom", contains("2022-01-01", TOMORROW));
        People.as(JUDGE)
                .get("/api/v1/policy-versions/signing")
                .then()
                .body("version", contains(2, 1))
                .body("[0].reason", equalTo("缩短期限"));
        People.as("wenfeng-president").get("/api/v1/signing-policies").then().body("version", contains(1));
        assertThat(data.query("select payload -> 'params' ->> 'policy' from outbox"
                        + " where topic = 'signing-policy.published'"))
                .containsExactly("SIGNING");
        assertThat(data.query("select detail ->> 'kind' from audit where action = 'policy.published'"))
                .containsExactly("SIGNING");
    }

    @Test
    void nobodyButTheAdministratorWritesThem() {
        DraftDesk.save(KIND, also("CASE_JUDGE"));
        for (String who : new String[] {"president", "director", JUDGE, EXECUTOR, "auditor"}) {
            RequestSpecification as = People.as(who).contentType("application/json");
            as.header("If-Match", "\"1\"")
                    .body(Map.of("effectiveFrom", TODAY, "reason", "改"))
                    .post(DraftDesk.path(KIND) + "/publication")
                    .then()
                    .statusCode(403);
        }
        assertThat(data.count("select max(version) from signing_policy")).isOne();
    }

    @Test
    void everyFaultIsToldAtItsFieldInTheReadersLanguage() {
        ObjectNode wrong = DraftDesk.document(KIND);
        ((ArrayNode) wrong.get("rules")).remove(0);
        DraftDesk.line(wrong, "rules", "subject", "PANEL_RECORD").putArray("seats");
        DraftDesk.line(wrong, "rules", "subject", "DISHONESTY_DECISION")
                .put("stepUp", false)
                .putArray("requires");
        DraftDesk.line(wrong, "rules", "subject", "DISBURSEMENT_APPROVAL").put("inOrder", false);
        DraftDesk.save(KIND, wrong, "\"0\"")
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems(
                                "document.rules",
                                "document.rules[2].stepUp",
                                "document.rules[2].requires",
                                "document.rules[12].seats",
                                "document.rules[13].inOrder"))
                .body(
                        "errors.message",
                        hasItems(
                                "缺少“执行通知书”。",
                                "合议笔录不能没有本团队书记员的签署（一(五)）。",
                                "失信决定书不能没有“已成年”这一条件（法释〔2017〕7号第4条）。",
                                "失信决定书限制人身或者发放案款，签署时重新登录的要求不能取消。"))
                .body("errors.message", not(hasItem(startsWith("policy."))));
        ObjectNode body = new ObjectMapper().createObjectNode().put("note", "");
        body.set("document", wrong);
        RestAssured.given()
                .auth()
                .oauth2(People.token("admin"))
                .contentType("application/json")
                .header("Accept-Language", "en")
                .header("If-Match", "\"0\"")
                .body(body.toString())
                .put(DraftDesk.path(KIND))
                .then()
                .statusCode(400)
                .body(
                        "errors.message",
                        hasItems(
                                "\"enforcement notice\" is missing.",
                                "The decision of dishonesty cannot do without the condition “of age” (法释〔2017〕7号第4条)."))
                .body("errors.message", not(hasItem(startsWith("policy."))));
        assertThat(data.count("select count(*) from policy_draft")).isZero();
    }

    @Test
    void thereIsNothingToSimulate() {
        DraftDesk.save(KIND, also("CASE_JUDGE"));
        DraftDesk.simulate(KIND).statusCode(422).body("code", equalTo("policy-moves-nothing"));
    }

    @Test
    void whatIsInForceTomorrowDoesNotBindTheNoticeOfToday() {
        publish(also("CASE_JUDGE"), TOMORROW);
        People.as(EXECUTOR)
                .get("/api/v1/paper-kinds")
                .then()
                .body("find { it.code == 'ENFORCEMENT_NOTICE' }.seats", contains("CASE_EXECUTOR"));
        sign(EXECUTOR, fixed()).statusCode(200).body("status", equalTo("SIGNED"));
        assertThat(data.query("select signing_version from paper")).containsExactly("1");
    }

    @Test
    void aNoticeGoesOnUnderTheVersionItWasFixedUnderAndItsNextEditionUnderTheNewOne() {
        String id = fixed();
        publish(also("CASE_JUDGE"), TODAY);
        read(id).body("turn", contains("CASE_EXECUTOR"));
        sign(EXECUTOR, id).statusCode(200).body("status", equalTo("SIGNED"));
        act(id, "revision", Map.of("reason", "履行期限有误")).statusCode(200).body("status", equalTo("DRAFT"));
        act(id, "submission", null).statusCode(200).body("turn", contains("CASE_EXECUTOR"));
        sign(EXECUTOR, id).statusCode(200).body("status", equalTo("TO_SIGN")).body("turn", contains("CASE_JUDGE"));
        sign(JUDGE, id).statusCode(200).body("status", equalTo("SIGNED"));
        assertThat(data.query("select signing_version from paper_edition order by edition"))
                .containsExactly("1", "2");
        People.as(EXECUTOR)
                .get("/api/v1/paper-kinds")
                .then()
                .body("find { it.code == 'ENFORCEMENT_NOTICE' }.seats", contains("CASE_EXECUTOR", "CASE_JUDGE"));
    }

    @Test
    void whoHasNoSeatInTheNewVersionStillFindsWhatWaitsUnderTheOld() {
        publish(also("DIRECTOR"), TODAY);
        String id = fixed();
        sign(EXECUTOR, id).statusCode(200).body("turn", contains("DIRECTOR"));
        data.run("insert into signing_policy (court_id, version, effective_from, document)"
                + " select court_id, 3, date '2022-11-01', document from signing_policy s where version = 1"
                + " and exists (select from signing_policy o where o.court_id = s.court_id and o.version = 2)");
        People.as("director").get("/api/v1/papers").then().body("items.id", contains(id));
        sign("director", id).statusCode(200).body("status", equalTo("SIGNED"));
        sign(EXECUTOR, fixed()).statusCode(200).body("status", equalTo("SIGNED"));
        People.as("director").get("/api/v1/papers").then().body("items", empty());
    }

    private String fixed() {
        String id = People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of(
                        "kind",
                        "ENFORCEMENT_NOTICE",
                        "addressee",
                        "李某某",
                        "fields",
                        Map.of("BASIS", "民事判决书", "DUTY", "支付借款60000元", "DAYS", "三日")))
                .post("/api/v1/cases/" + caseId + "/papers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(id, "submission", null).statusCode(200).body("status", equalTo("TO_SIGN"));
        return id;
    }

    private static ValidatableResponse read(String id) {
        return People.as(EXECUTOR).get("/api/v1/papers/" + id).then();
    }

    private static ValidatableResponse act(String id, String act, Map<String, String> body) {
        RequestSpecification request =
                People.as(EXECUTOR).header("If-Match", read(id).extract().header("ETag"));
        return (body == null ? request : request.contentType("application/json").body(body))
                .post("/api/v1/papers/" + id + "/" + act)
                .then();
    }

    private static ValidatableResponse sign(String who, String id) {
        String sha256 = read(id).extract().path("sha256");
        return People.signedInFor(who, 5)
                .header("If-Match", read(id).extract().header("ETag"))
                .contentType("application/json")
                .body(Map.of("sha256", sha256))
                .post("/api/v1/papers/" + id + "/signatures")
                .then();
    }
}
