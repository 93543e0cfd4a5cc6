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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** 电子卷宗: an item completes its node, its removal opens the node again, every opening is audited. */
@QuarkusTest
class DossierTest extends CourtTest {
    private static final byte[] PAPER = "%PDF-1.7 record\n".repeat(50).getBytes(StandardCharsets.US_ASCII);

    @Inject
    Docket docket;

    @Inject
    Volumes volumes;

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
        People.as("judge-fast-1").get(dossier()).then().statusCode(200).body("items.items.id", hasItem(item));
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
        remove("executor-fast-1", item, 2).then().statusCode(409).body("code", equalTo("item-removed"));
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
    void showsWhatIsMissingUntilItIsFiled() {
        String wanted = "completeness.find { it.manner == 'TERMINATED' }.missing.category";
        People.as("judge-fast-1").get(dossier()).then().body(wanted, hasItem("RULING"));
        file("executor-fast-1", "RULING", null);
        People.as("judge-fast-1").get(dossier()).then().body(wanted, not(hasItem("RULING")));
    }

    @Test
    void thePolicyKnowsEveryCategoryOfEvidenceAndEveryWayOfClosing() {
        for (EvidenceCategory category : EvidenceCategory.values()) {
            assertThat(volumes.catalogue().category(category.name())).isPresent();
        }
        assertThat(volumes.catalogue().closings())
                .extracting("manner")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ClosureManner.values()).map(Enum::name).toList());
    }

    private String dossier() {
        return "/api/v1/cases/" + filed.filed().id() + "/dossier";
    }

    private Response file(String person, String category, UUID node) {
        var request = People.as(person)
                .multiPart("category", category)
                .multiPart("file", "record.pdf", PAPER, "application/pdf");
        return (node == null ? request : request.multiPart("nodeId", node.toString())).post(dossier() + "/items");
    }

    private static Response remove(String person, String item, int version) {
        return People.as(person)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("reason", "扫描不清"))
                .post("/api/v1/dossier-items/" + item + "/removal");
    }
}
