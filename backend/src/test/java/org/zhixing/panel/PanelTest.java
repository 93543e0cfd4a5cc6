package org.zhixing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 合议: recorded by the clerk, signed by all three in any order, final with the third signature. */
@QuarkusTest
class PanelTest extends CourtTest {
    private static final String JUDGE = "judge-fast-1";
    private static final String EXECUTOR = "executor-fast-1";
    private static final String CLERK = "clerk-fast-1";

    @Inject
    Docket docket;

    private UUID caseId;

    @BeforeEach
    void file() {
        caseId = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31))).filed().id();
    }

    @Test
    void minutesAreFinalOnceAllThreeHaveSignedInWhateverOrder() throws IOException {
        String id = recorded();
        String paper = paperOf(id);
        assertThat(text(paper))
                .contains("合议笔录")
                .contains("执行员赵某（保留不同意见）：车辆可以拍卖。")
                .contains("记录人：吕某某");
        sign(EXECUTOR, paper, 409).body("code", equalTo("paper-state")).body("clause", equalTo("一(五)"));
        submit(id).then().statusCode(200).body("status", equalTo("TO_SIGN")).body("number", equalTo("执合〔2022〕1号"));
        sign("judge-fast-2", paper, 403)
                .body("code", equalTo("signing-not-yours"))
                .body("clause", equalTo("一(五)"));
        sign("president", paper, 403);
        sign(EXECUTOR, paper, 200).body("turn", contains("CASE_JUDGE", "CASE_CLERK"));
        sign(EXECUTOR, paper, 409).body("code", equalTo("signing-yours-given")).body("clause", equalTo("一(五)"));
        sign(CLERK, paper, 200).body("status", equalTo("TO_SIGN")).body("itemId", nullValue());
        String item = sign(JUDGE, paper, 200)
                .body("status", equalTo("SIGNED"))
                .extract()
                .path("itemId");
        People.as(JUDGE)
                .get("/api/v1/cases/" + caseId + "/panels")
                .then()
                .body("[0].status", equalTo("SIGNED"))
                .body("[0].members.seat", contains("CASE_JUDGE", "CASE_EXECUTOR", "CASE_CLERK"))
                .body("[0].members.signedAt", everyItem(not(nullValue())))
                .body("[0].members[1].dissents", equalTo(true))
                .body("[0].members[2].opinion", nullValue());
        assertThat(data.query("select category from dossier_item where id = '" + item + "'"))
                .containsExactly("PANEL_RECORD");
    }

    @Test
    void whatIsChangedAfterASignatureIsANewEditionThatNobodyHasSigned() {
        String id = recorded();
        String paper = paperOf(id);
        submit(id).then().statusCode(200);
        sign(JUDGE, paper, 200);
        edit(id, minutes(false))
                .then()
                .statusCode(409)
                .body("code", equalTo("paper-state"))
                .body("clause", equalTo("一(五)"));
        act(CLERK, id, "revision", Map.of("reason", "漏记意见"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("edition", equalTo(2))
                .body("members.signedAt", everyItem(nullValue()));
        edit(id, minutes(false)).then().statusCode(200).body("members[1].dissents", equalTo(false));
        submit(id).then().statusCode(200).body("number", equalTo("执合〔2022〕1号"));
        assertThat(data.query("select opinions::text from panel_edition order by edition"))
                .hasSize(2)
                .satisfiesExactly(first -> assertThat(first).contains("车辆可以拍卖"), second -> assertThat(second)
                        .doesNotContain("车辆可以拍卖"));
        sign(JUDGE, paper, 200);
        People.as(CLERK).get("/api/v1/papers").then().body("items.id", contains(paper));
    }

    @Test
    void aMemberWhoIsToSignSendsTheMinutesBackToTheirClerk() {
        String id = recorded();
        String paper = paperOf(id);
        submit(id).then().statusCode(200);
        sign(JUDGE, paper, 200);
        People.as(EXECUTOR)
                .header(
                        "If-Match",
                        People.as(EXECUTOR).get("/api/v1/papers/" + paper).header("ETag"))
                .contentType("application/json")
                .body(Map.of("reason", "漏记我的意见"))
                .post("/api/v1/papers/" + paper + "/revision")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("signatures", hasSize(0));
        edit(id, minutes(false)).then().statusCode(200);
        submit(id).then().statusCode(200);
        sign(EXECUTOR, paper, 200);
    }

    @Test
    void onlyAClerkOfTheTeamRecordsAndOnlyThatClerkGoesOn() {
        record(EXECUTOR, minutes(true)).then().statusCode(403);
        record("clerk-fast-1", Map.of("matter", "x")).then().statusCode(400);
        caseId = docket.fileOne(Docket.ordinary(LocalDate.of(2022, 10, 31)))
                .filed()
                .id();
        record(CLERK, minutes(true)).then().statusCode(404);
    }

    @Test
    void everyVoiceIsRecordedAndTheResolutionIsTheirs() {
        Map<String, Object> alone = minutes(true, List.of(held("CASE_JUDGE", false, "同意")));
        record(CLERK, alone).then().statusCode(422).body("code", equalTo("panel-opinion-missing"));
        Map<String, Object> lost =
                minutes(true, List.of(held("CASE_JUDGE", true, "不同意"), held("CASE_EXECUTOR", false, "同意")));
        record(CLERK, lost)
                .then()
                .statusCode(422)
                .body("code", equalTo("panel-not-carried"))
                .body("clause", equalTo("一(五)"));
        Map<String, Object> stranger = minutes(true, List.of(held("DIRECTOR", false, "同意")));
        record(CLERK, stranger).then().statusCode(422).body("code", equalTo("panel-not-member"));
    }

    @Test
    void minutesAreNotWrittenByHandNorChangedBesideThePanel() {
        People.as(CLERK)
                .contentType("application/json")
                .body(Map.of("kind", "PANEL_RECORD", "addressee", "", "fields", Map.of()))
                .post("/api/v1/cases/" + caseId + "/papers")
                .then()
                .statusCode(422)
                .body("code", equalTo("paper-recorded"));
        String paper = paperOf(recorded());
        People.as(CLERK).get("/api/v1/papers/" + paper).then().body("acts", contains("VOID"));
        People.as(CLERK)
                .header("If-Match", "\"1\"")
                .post("/api/v1/papers/" + paper + "/submission")
                .then()
                .statusCode(422)
                .body("code", equalTo("paper-recorded"));
    }

    @Test
    void whoDidNotDeliberateCannotSign() {
        String id = recorded();
        String paper = paperOf(id);
        submit(id).then().statusCode(200);
        data.run("update enforcement_case set judge_id = (select id from person where username = 'judge-fast-2')"
                + " where id = '" + caseId + "'");
        sign("judge-fast-2", paper, 422).body("code", equalTo("signing-requires-panel-stands"));
        sign(JUDGE, paper, 403);
        act(CLERK, id, "revision", Map.of("reason", "法官变更")).then().statusCode(200);
        submit(id).then().statusCode(422).body("code", equalTo("signing-requires-panel-stands"));
        edit(id, minutes(true)).then().statusCode(200).body("members[0].person.name", equalTo("李某某"));
        submit(id).then().statusCode(200);
        sign("judge-fast-2", paper, 200);
    }

    @Test
    void anotherCourtAndAnotherTeamSeeNothing() {
        String id = recorded();
        People.as("judge-ordinary-1")
                .get("/api/v1/cases/" + caseId + "/panels")
                .then()
                .statusCode(404);
        People.as("wenfeng-president")
                .get("/api/v1/cases/" + caseId + "/panels")
                .then()
                .statusCode(404);
        People.as("auditor")
                .get("/api/v1/cases/" + caseId + "/panels")
                .then()
                .statusCode(200)
                .body("id", hasItem(id))
                .body("[0].acts", empty());
        assertThat(data.query("select action from audit where case_id = '" + caseId + "'"))
                .contains("paper.drafted");
    }

    private String recorded() {
        return record(CLERK, minutes(true))
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("acts", hasItems("EDIT", "SUBMIT"))
                .extract()
                .path("id");
    }

    private Response record(String who, Map<String, ?> body) {
        return People.as(who).contentType("application/json").body(body).post("/api/v1/cases/" + caseId + "/panels");
    }

    private static Map<String, Object> held(String seat, boolean dissents, String text) {
        return Map.of("seat", seat, "dissents", dissents, "text", text);
    }

    private static Map<String, Object> minutes(boolean dissent) {
        return minutes(
                dissent,
                List.of(
                        held("CASE_JUDGE", false, "同意终本。"),
                        held("CASE_EXECUTOR", dissent, dissent ? "车辆可以拍卖。" : "同意。")));
    }

    private static Map<String, Object> minutes(boolean dissent, List<Map<String, Object>> opinions) {
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
                "执行员汇报查控情况，" + (dissent ? "成员有不同意见。" : "成员意见一致。"),
                "resolution",
                "终结本次执行程序。",
                "opinions",
                opinions);
    }

    private String paperOf(String id) {
        return People.as(CLERK)
                .get("/api/v1/cases/" + caseId + "/panels")
                .path("find { it.id == '" + id + "' }.paperId");
    }

    private Response edit(String id, Map<String, ?> body) {
        return People.as(CLERK)
                .header("If-Match", etag())
                .contentType("application/json")
                .body(body)
                .put("/api/v1/panels/" + id);
    }

    private Response submit(String id) {
        return act(CLERK, id, "submission", null);
    }

    private Response act(String who, String id, String act, Map<String, String> body) {
        RequestSpecification request = People.as(who).header("If-Match", etag());
        return (body == null ? request : request.contentType("application/json").body(body))
                .post("/api/v1/panels/" + id + "/" + act);
    }

    private String etag() {
        int version =
                People.as(CLERK).get("/api/v1/cases/" + caseId + "/panels").path("[0].version");
        return "\"" + version + "\"";
    }

    private static ValidatableResponse sign(String who, String paper, int status) {
        Response seen = People.as("president").get("/api/v1/papers/" + paper);
        String sha256 = seen.path("sha256");
        return People.as(who)
                .header("If-Match", seen.header("ETag"))
                .contentType("application/json")
                .body(Map.of("sha256", sha256 == null ? "0".repeat(64) : sha256))
                .post("/api/v1/papers/" + paper + "/signatures")
                .then()
                .statusCode(status);
    }

    private static String text(String paper) throws IOException {
        byte[] pdf = People.as(CLERK)
                .get("/api/v1/papers/" + paper + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
