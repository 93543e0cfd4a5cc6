package org.zhixing.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.OverdueNotices;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.LateNodes;
import org.zhixing.testing.People;
import org.zhixing.testing.Told;

@QuarkusTest
class InboxResourceTest extends CourtTest {
    private static final LocalDate DUE = LocalDate.of(2022, 10, 31);
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    @Inject
    OverdueNotices notices;

    @Inject
    OutboxWorker worker;

    @Inject
    LateNodes nodes;

    @Inject
    Told told;

    @Test
    void theExecutorReadsWhatIsLateAndWhy() {
        nodes.add(1, DUE, TODAY);
        notices.sweep(TODAY).await().atMost(Duration.ofSeconds(10));
        deliver();
        String number = data.query("select case_number from node").get(0);
        People.as("executor-fast-1")
                .get("/api/v1/inbox")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("node.overdue"))
                .body("items[0].title", equalTo("首次约谈已超期 1 天：" + number))
                .body("items[0].body", containsString("二(四)1"))
                .body("items[0].forDay", equalTo("2022-11-01"))
                .body("items[0].readAt", nullValue())
                .body(
                        "items[0].link.caseId",
                        equalTo(data.query("select case_id from node").get(0)))
                .body(
                        "items[0].link.nodeId",
                        equalTo(data.query("select id from node").get(0)));
        People.as("node-control")
                .header("Accept-Language", "en")
                .get("/api/v1/inbox/count")
                .then()
                .body("unread", equalTo(1));
        RestAssured.given()
                .auth()
                .oauth2(People.token("node-control"))
                .header("Accept-Language", "en")
                .get("/api/v1/inbox")
                .then()
                .body("items[0].title", containsString("First interview overdue"));
        People.as("judge-fast-1").get("/api/v1/inbox").then().body("items", empty());
        People.as("wenfeng-executor").get("/api/v1/inbox").then().body("items", empty());
    }

    @Test
    void readingCountsDownAndOnlyOnesOwnNoticesAreThere() {
        told.put("first", List.of("triage"));
        told.put("second", List.of("triage"));
        told.put("third", List.of("funds"));
        deliver();
        String own = People.as("triage").get("/api/v1/inbox").path("items[0].id");
        String others = People.as("funds").get("/api/v1/inbox").path("items[0].id");
        People.as("triage").post("/api/v1/inbox/" + others + "/read").then().statusCode(404);
        People.as("triage").post("/api/v1/inbox/" + own + "/read").then().statusCode(204);
        People.as("triage").post("/api/v1/inbox/" + own + "/read").then().statusCode(204);
        People.as("triage").get("/api/v1/inbox/count").then().body("unread", equalTo(1));
        People.as("triage")
                .queryParam("unread", true)
                .get("/api/v1/inbox")
                .then()
                .body("items", hasSize(1))
                .body("items[0].title", containsString("first"));
        People.as("triage").post("/api/v1/inbox/read-all").then().statusCode(204);
        People.as("triage").get("/api/v1/inbox/count").then().body("unread", equalTo(0));
        People.as("triage").get("/api/v1/inbox").then().body("items.readAt", contains(notNullValue(), notNullValue()));
        People.as("funds").get("/api/v1/inbox/count").then().body("unread", equalTo(1));
    }

    @Test
    void theNewestDayComesFirstAndPagesMeetWithoutGapOrOverlap() {
        for (int i = 0; i < 7; i++) {
            told.put("day-" + i, "triage", TODAY.minusDays(Math.floorMod(i * 3, 4)));
        }
        deliver();
        List<String> ids = new ArrayList<>();
        List<String> days = new ArrayList<>();
        String cursor = null;
        do {
            var page = People.as("triage")
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/api/v1/inbox")
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            days.addAll(page.getList("items.forDay"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(days).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aForgedCursorAndAWildLimitAreBadRequests() {
        People.as("triage")
                .queryParam("cursor", "nonsense")
                .get("/api/v1/inbox")
                .then()
                .statusCode(400);
        People.as("triage")
                .queryParam("limit", 5000)
                .get("/api/v1/inbox")
                .then()
                .statusCode(400);
    }

    @Test
    void everyPersonHasAnInboxAndNoClientAndNobodyUnknown() {
        for (String username : People.all()) {
            int expected = username.equals(People.INTEGRATION) ? 403 : 200;
            People.as(username).get("/api/v1/inbox/count").then().statusCode(expected);
        }
        RestAssured.given().get("/api/v1/inbox/count").then().statusCode(401);
    }

    private void deliver() {
        worker.deliver().await().atMost(Duration.ofSeconds(30));
    }
}
