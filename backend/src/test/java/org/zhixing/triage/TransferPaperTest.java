package org.zhixing.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.policy.DraftDesk;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** 快执案件转普执审批表: the president in charge approves a transfer by signing it (clause 一(一)). */
@QuarkusTest
class TransferPaperTest extends CourtTest {
    private static final String REASON = "查到可拍卖房产一处";

    private String caseId = "";
    private String transfer = "";

    @BeforeEach
    void ask() {
        data.forgetPolicies();
        caseId = Samples.file(Samples.smallClaim(CourtData.number(), "2022-10-24"));
        transfer = asked();
    }

    @AfterEach
    void asAtFirst() {
        data.wipe();
        data.forgetPolicies();
    }

    private String asked() {
        return json(handler())
                .body(Map.of("reason", REASON))
                .post("/api/v1/cases/" + caseId + "/transfers")
                .then()
                .statusCode(201)
                .body("paperId", nullValue())
                .extract()
                .path("id");
    }

    private String handler() {
        return data.query("select username from person p join enforcement_case c on c.executor_id = p.id")
                .get(0);
    }

    private static RequestSpecification json(String username) {
        return People.as(username).contentType("application/json");
    }

    private ValidatableResponse approve(RequestSpecification as) {
        return as.post("/api/v1/transfers/" + transfer + "/approval").then();
    }

    @Test
    void approvingSignsTheSheetAndPutsItIntoTheFile() throws IOException {
        String paper = approve(People.as("president"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .extract()
                .path("paperId");
        byte[] pdf = People.as("triage")
                .get("/api/v1/papers/" + paper + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        People.as("triage")
                .get("/api/v1/cases/" + caseId + "/papers")
                .then()
                .body("items.kind", contains("TRANSFER_APPROVAL"))
                .body("items[0].number", equalTo("执转〔2022〕1号"))
                .body("items[0].status", equalTo("SIGNED"))
                .body("items[0].sha256", equalTo(DigestUtils.sha256Hex(pdf)))
                .body("items[0].signatures.seat", contains("PRESIDENT"))
                .body("items[0].signatures[0].binds", equalTo(true));
        assertThat(read(pdf))
                .contains(
                        "快执案件转普执审批表",
                        "执转〔2022〕1号",
                        data.query("select number from enforcement_case").get(0),
                        "由快执团队转普执团队办理",
                        "2022年11月1日申请，立案后可申请至2022年11月3日",
                        REASON);
        assertThat(data.query("select category from dossier_item")).containsExactly("OTHER");
        assertThat(data.query("select action from audit where (action like 'paper.%' and action <> 'paper.looked')"
                        + " or action = 'transfer.approved'"
                        + " order by seq"))
                .containsExactly("paper.drafted", "paper.submitted", "paper.signed", "transfer.approved");
        // It was signed as it was made: nobody is asked for a signature, and one word to who asked is enough.
        assertThat(data.count("select count(*) from outbox where topic like 'paper.%'"))
                .isZero();
        json("triage")
                .post("/api/v1/transfers/" + transfer + "/carrying-out")
                .then()
                .statusCode(200)
                .body("paperId", equalTo(paper));
    }

    @Test
    void aRefusedTransferTakesNoNumber() {
        json("president")
                .body(Map.of("reason", "房产已被首封"))
                .post("/api/v1/transfers/" + transfer + "/refusal")
                .then()
                .statusCode(200)
                .body("paperId", nullValue());
        assertThat(data.count("select count(*) from paper")).isZero();
        transfer = asked();
        approve(People.as("president")).statusCode(200);
        assertThat(data.query("select word || year || '-' || serial from paper"))
                .containsExactly("执转2022-1");
    }

    @Test
    void whereTheCourtAsksForANewLoginAnOldOneDecidesNothing() {
        ObjectNode document = DraftDesk.document("signing");
        DraftDesk.line(document, "rules", "subject", "TRANSFER_APPROVAL").put("stepUp", true);
        DraftDesk.save("signing", document);
        DraftDesk.publish("signing", "2022-11-01", null).statusCode(200);
        approve(People.signedInFor("president", 400))
                .statusCode(403)
                .body("code", equalTo("step-up"))
                .body("clause", equalTo("一(一)"))
                .body("detail", containsString("快执案件转普执审批表"));
        assertThat(data.query("select status from case_transfer")).containsExactly("ASKED");
        assertThat(data.count("select count(*) from paper")).isZero();
        assertThat(data.count("select count(*) from paper_serial")).isZero();
        approve(People.as("president")).statusCode(200);
    }

    @Test
    void nobodyWritesItBesideTheApproval() {
        json(handler())
                .body(Map.of("kind", "TRANSFER_APPROVAL", "addressee", "", "fields", Map.of()))
                .post("/api/v1/cases/" + caseId + "/papers")
                .then()
                .statusCode(422)
                .body("code", equalTo("paper-recorded"))
                .body("remedy", containsString("主管院长"));
        String paper = approve(People.as("president")).extract().path("paperId");
        json("judge-fast-1")
                .header("If-Match", "\"3\"")
                .body(Map.of("reason", "重制"))
                .post("/api/v1/papers/" + paper + "/revision")
                .then()
                .statusCode(422)
                .body("code", equalTo("paper-recorded"));
    }

    @Test
    void itsTemplateAsksForNothingThatTheApprovalDoesNotKnow() {
        String shipped = People.as("admin")
                .get("/api/v1/paper-kinds/TRANSFER_APPROVAL/templates")
                .then()
                .extract()
                .path("[0].text");
        publish(shipped.replace("| 转办理由", "| 用途 | {用途} |\n| 受文人 | {受文人} |\n| 转办理由"))
                .statusCode(400)
                .body("errors.field", contains("text", "text"))
                .body("errors.message", contains(containsString("第 16 行"), containsString("第 15 行")));
        publish(shipped.replace("| 转办理由", "| 案由 | {案由} |\n| 转办理由")).statusCode(200);
        approve(People.as("president")).statusCode(200);
    }

    private static ValidatableResponse publish(String text) {
        return json("admin")
                .header("If-Match", "\"1\"")
                .body(Map.of("text", text, "reason", "统一格式"))
                .post("/api/v1/paper-kinds/TRANSFER_APPROVAL/templates")
                .then();
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
