package org.zhixing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 卷宗目录与结案材料 as the court's own policy: drafted, published, seen in every volume, and a condition of closing. */
@QuarkusTest
class CataloguePolicyTest extends CourtTest {
    private static final String KIND = "dossier";

    @Inject
    Docket docket;

    private FileCases.Filed filed;

    @BeforeEach
    void file() {
        data.forgetPolicies();
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
    }

    @AfterEach
    void asAtFirst() {
        data.forgetPolicies();
    }

    private static ObjectNode mandatory(String manner, String category, String clause) {
        ObjectNode document = DraftDesk.document(KIND);
        ObjectNode way = DraftDesk.line(document, "closings", "manner", manner);
        DraftDesk.line(way, "needs", "category", category)
                .put("mandatory", true)
                .put("clause", clause);
        return document;
    }

    @Test
    void whatIsMandatoryRefusesTheClosingUntilItIsThere() {
        DraftDesk.save(KIND, mandatory("WITHDRAWN", "RULING", "法〔2014〕26号第18条"));
        DraftDesk.publish(KIND, "2022-11-01", null).statusCode(200).body("version", equalTo(2));
        People.as("judge-fast-1")
                .get("/api/v1/cases/" + id() + "/dossier")
                .then()
                .body("policyVersion", equalTo(2))
                .body(
                        "completeness.find { it.manner == 'WITHDRAWN' }.missing.find { it.category == 'RULING' }.mandatory",
                        equalTo(true));
        close("WITHDRAWN", "zh-CN")
                .then()
                .statusCode(422)
                .body("code", equalTo("dossier-mandatory"))
                .body("clause", equalTo("法〔2014〕26号第18条"))
                .body("detail", containsString("裁定书 ×1"))
                .body("detail", not(containsString("申请执行书")));
        close("WITHDRAWN", "en").then().statusCode(422).body("detail", containsString("Ruling ×1"));
        assertThat(data.query("select status from enforcement_case")).containsExactly("OPEN");
        put("RULING");
        close("WITHDRAWN", "zh-CN").then().statusCode(200).body("status", equalTo("CLOSED"));
        assertThat(data.count("select count(*) from outbox where topic = 'catalogue.published'"))
                .isOne();
    }

    @Test
    void aVersionOfALaterDayAndAnotherCourtsHoldNothing() {
        DraftDesk.save(KIND, mandatory("WITHDRAWN", "RULING", "法〔2014〕26号第18条"));
        DraftDesk.publish(KIND, "2022-11-02", null).statusCode(200);
        close("WITHDRAWN", "zh-CN").then().statusCode(200);
        People.as("wenfeng-president").get("/api/v1/dossier-policies").then().body("version", contains(1));
        People.as("president")
                .get("/api/v1/dossier-policies")
                .then()
                .body("version", contains(1, 2))
                .body("effectiveFrom", contains("2022-01-01", "2022-11-02"));
    }

    @Test
    void anOwnCategoryAndAnotherOrderAreSeenInTheVolume() {
        ObjectNode document = DraftDesk.document(KIND);
        ArrayNode categories = (ArrayNode) document.get("categories");
        categories
                .insertObject(0)
                .put("code", "COVER")
                .put("zh", "卷宗封面")
                .put("en", "Cover")
                .put("clause", "本院归档办法第3条");
        DraftDesk.save(KIND, document);
        DraftDesk.admin()
                .get(DraftDesk.path(KIND))
                .then()
                .body("changes.path", hasItems("categories", "categories[COVER].zh"));
        People.as("executor-fast-1")
                .contentType("application/json")
                .body(Map.of("uploadId", upload(), "category", "COVER"))
                .post("/api/v1/cases/" + id() + "/dossier/items")
                .then()
                .statusCode(400);
        DraftDesk.publish(KIND, "2022-11-01", null).statusCode(200);
        put("RULING");
        put("COVER");
        People.as("judge-fast-1")
                .get("/api/v1/cases/" + id() + "/dossier")
                .then()
                .body("catalogue[0].name", equalTo("卷宗封面"))
                .body("items.items.category", contains("COVER", "RULING"));
    }

    @Test
    void everyFaultIsToldAtItsField() {
        ObjectNode wrong = mandatory("WITHDRAWN", "RULING", "默认");
        ArrayNode categories = (ArrayNode) wrong.get("categories");
        ((ObjectNode) categories.get(0)).put("zh", " ");
        ((ObjectNode) categories.get(1)).put("code", "application");
        ((ObjectNode) categories.get(2)).put("zh", "其他");
        ((ObjectNode) wrong.get("closings").get(0).get("needs").get(0)).put("atLeast", 0);
        ((ObjectNode) wrong.get("closings").get(0).get("needs").get(2)).put("category", "NONSENSE");
        ((ArrayNode) wrong.get("closings")).remove(8);
        DraftDesk.save(KIND, wrong, "\"0\"")
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems(
                                "document.categories[0].zh",
                                "document.categories[1].code",
                                "document.categories",
                                "document.categories[22].zh",
                                "document.closings[0].needs[0].atLeast",
                                "document.closings[0].needs[2].category",
                                "document.closings[3].needs[1].clause",
                                "document.closings"))
                .body("errors.message", not(hasItem(startsWith("policy."))));
        assertThat(data.count("select count(*) from policy_draft")).isZero();
    }

    @Test
    void thereIsNothingToSimulateAndNothingUnchangedToPublish() {
        DraftDesk.save(KIND, DraftDesk.document(KIND));
        DraftDesk.simulate(KIND).statusCode(422).body("code", equalTo("policy-moves-nothing"));
        DraftDesk.publish(KIND, "2022-11-02", null).statusCode(422).body("code", equalTo("policy-unchanged"));
    }

    @Test
    void theListFindsCasesWhoseVolumeLacks() {
        People.as("president").get("/api/v1/cases?lacking=true").then().body("items.id", contains(id()));
        for (String category : new String[] {
            "ENFORCEMENT_BASIS", "APPLICATION", "ENFORCEMENT_NOTICE", "SERVICE_RECEIPT", "CLOSING_APPROVAL"
        }) {
            put(category);
        }
        People.as("president").get("/api/v1/cases?lacking=true").then().body("items", hasSize(1));
        put("MONEY_VOUCHER");
        People.as("president").get("/api/v1/cases?lacking=true").then().body("items", empty());
        People.as("president").get("/api/v1/cases").then().body("items", hasSize(1));
        ObjectNode more = DraftDesk.document(KIND);
        ((ObjectNode) DraftDesk.line(more, "closings", "manner", "COMPLETED")
                        .get("needs")
                        .get(0))
                .put("atLeast", 2);
        DraftDesk.save(KIND, more);
        DraftDesk.publish(KIND, "2022-11-01", null).statusCode(200);
        People.as("president").get("/api/v1/cases?lacking=true").then().body("items", hasSize(1));
        // Closed another way, it is measured by that way.
        put("RULING");
        close("WITHDRAWN", "zh-CN").then().statusCode(200);
        People.as("president").get("/api/v1/cases?lacking=true").then().body("items", empty());
    }

    private String id() {
        return filed.filed().id().toString();
    }

    private Response close(String manner, String language) {
        return RestAssured.given()
                .auth()
                .oauth2(People.token("judge-fast-1"))
                .contentType("application/json")
                .header("Accept-Language", language)
                .header("If-Match", "\"1\"")
                .body(Map.of("manner", manner, "closedOn", "2022-11-01", "reason", "申请人撤回"))
                .post("/api/v1/cases/" + id() + "/closure");
    }

    private static String upload() {
        return Uploaded.by("executor-fast-1", "paper.pdf", Papers.pdf(1));
    }

    private void put(String category) {
        People.as("executor-fast-1")
                .contentType("application/json")
                .body(Map.of("uploadId", upload(), "category", category))
                .post("/api/v1/cases/" + id() + "/dossier/items")
                .then()
                .statusCode(201);
    }
}
