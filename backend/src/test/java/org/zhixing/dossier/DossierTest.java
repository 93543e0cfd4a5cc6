package org.zhixing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.Json;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 电子卷宗: an item completes its node, its removal opens the node again, every opening is audited. */
@QuarkusTest
class DossierTest extends CourtTest {
    private static final byte[] PAPER = Papers.pdf(1);

    @Inject
    Docket docket;

    @Inject
    Json json;

    private FileCases.Filed filed;
    private Node interview;

    @BeforeEach
    void file() {
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        interview = Docket.node(filed, NodeCode.FIRST_INTERVIEW);
    }

    @Test
    void completesTheNodeAndItsRemovalOpensItAgain() {
        String item = file("executor-fast-1", "INTERVIEW_RECORD", null)
                .then()
                .statusCode(201)
                .body("completedNode", equalTo(interview.id().toString()))
                .extract()
                .path("itemId");
        People.as("judge-fast-1")
                .get(dossier())
                .then()
                .statusCode(200)
                .body("items.items.id", hasItem(item))
                .body("items.items.takenAt", hasItem("2022-11-01T02:00:00Z"));
        remove("executor-fast-2", item, 1).then().statusCode(403);
        remove("executor-fast-1", item, 7).then().statusCode(412);
        remove("executor-fast-1", item, 1)
                .then()
                .statusCode(200)
                .body("reopenedNode", equalTo(interview.id().toString()));
        People.as("judge-fast-1")
                .get("/api/v1/nodes/" + interview.id())
                .then()
                .body("state", equalTo("OVERDUE"))
                .body("dueOn", equalTo(interview.dueOn().toString()));
        People.as("judge-fast-1").get(dossier()).then().body("items.items[0].removedReason", equalTo("扫描不清"));
        assertThat(data.query("select next_notice_on from node where id = '" + interview.id() + "'"))
                .containsExactly("2022-11-01");
        assertThat(data.query("select topic from outbox where topic = 'node.reopened'"))
                .hasSize(1);
        assertThat(data.query("select action from audit where action in ('dossier.removed', 'node.reopened')"))
                .containsExactlyInAnyOrder("dossier.removed", "node.reopened");
        remove("executor-fast-1", item, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("item-removed"))
                .body("clause", equalTo("二(四)"));
        file("executor-fast-1", "INTERVIEW_RECORD", null)
                .then()
                .statusCode(201)
                .body("completedNode", equalTo(interview.id().toString()));
    }

    @Test
    void anotherCategoryLeavesTheNodeAndIsRefusedWhereTheNodeIsNamed() {
        file("executor-fast-1", "RULING", null).then().statusCode(201).body("completedNode", nullValue());
        file("executor-fast-1", "RULING", interview.id())
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence-category"))
                .body("detail", containsString("裁定书"));
        file("executor-fast-1", "NONSENSE", null).then().statusCode(400);
        file("executor-fast-2", "RULING", null).then().statusCode(403);
        assertThat(data.query("select done_on from node where id = '" + interview.id() + "'"))
                .containsOnlyNulls();
    }

    @Test
    void aClosedCaseTakesNothingMoreAndGivesNothingBack() {
        String item = file("executor-fast-1", "RULING", null).path("itemId");
        data.run("update enforcement_case set status = 'CLOSED'");
        file("executor-fast-1", "RULING", null).then().statusCode(422).body("code", equalTo("case-closed"));
        remove("executor-fast-1", item, 1).then().statusCode(422).body("code", equalTo("case-closed"));
    }

    @Test
    void auditsAnOpeningOnceHoweverManyRangesAreFetched() {
        String item = file("executor-fast-1", "RULING", null).path("itemId");
        String content = "/api/v1/dossier-items/" + item + "/content?disposition=inline";
        Response part = People.as("president").header("Range", "bytes=5-9").get(content);
        part.then()
                .statusCode(206)
                .header("Content-Type", startsWith("application/pdf"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", startsWith("inline"));
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(PAPER, 5, 10));
        assertThat(People.as("president").get(content).asByteArray()).isEqualTo(PAPER);
        assertThat(data.count("select count(*) from audit where action = 'dossier.opened'"))
                .isOne();
        People.as("judge-ordinary-1").get(content).then().statusCode(404);
        People.as("wenfeng-president").get(content).then().statusCode(404);
        People.as("judge-ordinary-1").get(dossier()).then().statusCode(404);
    }

    @Test
    void aNewVersionStandsAboveTheLastAndLeavesTheProof() {
        String item = file("executor-fast-1", "INTERVIEW_RECORD", null).path("itemId");
        byte[] better = Papers.pdf(2);
        String upload = Uploaded.by("executor-fast-1", "again.pdf", better);
        replace("executor-fast-2", item, 1, Uploaded.by("executor-fast-2", "again.pdf", better))
                .then()
                .statusCode(403);
        replace("executor-fast-1", item, 9, upload).then().statusCode(412);
        replace("judge-fast-1", item, 1, upload).then().statusCode(404);
        replace("executor-fast-1", item, 1, upload).then().statusCode(201).body("number", equalTo(2));
        String content = "/api/v1/dossier-items/" + item + "/content";
        assertThat(People.as("judge-fast-1").get(content).asByteArray()).isEqualTo(better);
        assertThat(People.as("judge-fast-1").get(content + "?version=1").asByteArray())
                .isEqualTo(PAPER);
        remove("executor-fast-1", item, 2)
                .then()
                .statusCode(200)
                .body("reopenedNode", equalTo(interview.id().toString()));
        replace("executor-fast-1", item, 3, upload)
                .then()
                .statusCode(409)
                .body("code", equalTo("item-removed"))
                .body("clause", equalTo("二(四)"));
    }

    @Test
    void takesNothingThatWasRefusedOrIsSomebodyElses() {
        String evil = Uploaded.by("executor-fast-1", "record.pdf", "MZ\0\0".getBytes(StandardCharsets.US_ASCII));
        file("executor-fast-1", "INTERVIEW_RECORD", null, evil)
                .then()
                .statusCode(422)
                .body("code", equalTo("file-type-not-allowed"));
        String theirs = Uploaded.by("executor-fast-2", "record.pdf", PAPER);
        file("executor-fast-1", "INTERVIEW_RECORD", null, theirs).then().statusCode(404);
        assertThat(data.count("select count(*) from dossier_item")).isZero();
    }

    @Test
    void findsTheFileOfAnItemAndAuditsThat() {
        file("executor-fast-1", "RULING", null);
        String file = People.as("judge-fast-1").get(dossier()).path("items.items[0].fileId");
        assertThat(People.as("president").get("/api/v1/files/" + file).asByteArray())
                .isEqualTo(PAPER);
        assertThat(data.query("select action from audit where action in ('dossier.opened', 'dossier.downloaded')"))
                .containsExactly("dossier.downloaded");
        People.as("judge-ordinary-1").get("/api/v1/files/" + file).then().statusCode(404);
    }

    @Test
    void showsWhatIsMissingUntilItIsFiled() {
        String wanted = "completeness.find { it.manner == 'TERMINATED' }.missing.category";
        People.as("judge-fast-1").get(dossier()).then().body(wanted, hasItem("RULING"));
        file("executor-fast-1", "RULING", null);
        People.as("judge-fast-1").get(dossier()).then().body(wanted, not(hasItem("RULING")));
    }

    @Test
    void thePolicyKnowsEveryCategoryOfEvidenceAndEveryWayOfClosing() {
        Catalogue catalogue = json.read(Json.resource("policy/dossier-1.json"), Catalogue.class);
        for (EvidenceCategory category : EvidenceCategory.values()) {
            assertThat(catalogue.category(category.name())).isPresent();
        }
        assertThat(catalogue.closings())
                .extracting("manner")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ClosureManner.values()).map(Enum::name).toList());
    }

    private String dossier() {
        return "/api/v1/cases/" + filed.filed().id() + "/dossier";
    }

    private Response file(String person, String category, UUID node) {
        return file(person, category, node, Uploaded.by(person, "record.pdf", PAPER));
    }

    private Response file(String person, String category, UUID node, String upload) {
        Map<String, Object> item = new HashMap<>(Map.of("uploadId", upload, "category", category, "title", "约谈笔录"));
        item.put("takenAt", "2022-11-01T02:00:00Z");
        if (node != null) {
            item.put("nodeId", node.toString());
        }
        return People.as(person).contentType("application/json").body(item).post(dossier() + "/items");
    }

    private static Response replace(String person, String item, int version, String upload) {
        return People.as(person)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("uploadId", upload, "reason", "重新扫描"))
                .post("/api/v1/dossier-items/" + item + "/versions");
    }

    private static Response remove(String person, String item, int version) {
        return People.as(person)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("reason", "扫描不清"))
                .post("/api/v1/dossier-items/" + item + "/removal");
    }
}
