package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.store.PersonNodes;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.Database;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.LateNodes;
import org.zhixing.testing.People;

/** 节点看板: what each role sees on 2022-11-01, page by page and in numbers. */
@QuarkusTest
class NodeBoardTest extends CourtTest {
    private static final LocalDate LATE = LocalDate.of(2022, 10, 10);
    private static final LocalDate FRESH = LocalDate.of(2022, 10, 31);

    @Inject
    Docket docket;

    @Inject
    Coffers coffers;

    @Inject
    LateNodes lateNodes;

    @Inject
    Database database;

    @Test
    void showsANodeWithItsStateAndWhatIsLeft() {
        Node node = Docket.node(docket.fileOne(Docket.fast(FRESH)), NodeCode.FIRST_INTERVIEW);
        People.as("node-control")
                .get("/api/v1/nodes/" + node.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("首次约谈"))
                .body("clause", equalTo("二(四)1"))
                .body("state", equalTo("PENDING"))
                .body("dueOn", equalTo("2022-11-03"))
                .body("dueSoonOn", equalTo("2022-11-02"))
                .body("daysLeft", equalTo(2))
                .body("workdaysLeft", equalTo(2))
                .body("daysLate", nullValue())
                .body("responsible.kind", equalTo("EXECUTOR"))
                .body("responsible.people", hasSize(1))
                .body("responsible.people[0].name", equalTo("赵某"))
                .body("evidenceCategory", equalTo("INTERVIEW_RECORD"))
                .body("allowed", empty());
        RestAssured.given()
                .auth()
                .oauth2(People.token("node-control"))
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/api/v1/nodes/" + node.id())
                .then()
                .body("name", equalTo("First interview"));
    }

    @Test
    void explainsTheStoredDueDate() {
        Node node = Docket.node(docket.fileOne(Docket.fast(LATE)), NodeCode.CLOSE_FAST);
        People.as("judge-fast-1")
                .get("/api/v1/nodes/" + node.id() + "/days")
                .then()
                .statusCode(200)
                .body("due", equalTo("2022-11-21"))
                .body("days.findAll { it.counted }", hasSize(40))
                .body("days[-1].why", equalTo("ROLLED"));
    }

    @Test
    void offersCompletionToWhoMayDoIt() {
        FileCases.Filed filed = docket.fileOne(Docket.fast(FRESH));
        String interview =
                "/api/v1/nodes/" + Docket.node(filed, NodeCode.FIRST_INTERVIEW).id();
        String query = "/api/v1/nodes/"
                + Docket.node(filed, NodeCode.OFFLINE_ASSET_QUERY).id();
        String close =
                "/api/v1/nodes/" + Docket.node(filed, NodeCode.CLOSE_FAST).id();
        for (String may : List.of("executor-fast-1", "judge-fast-1", "assistant-fast-1", "clerk-fast-1")) {
            People.as(may).get(interview).then().body("allowed", contains("COMPLETE"));
        }
        for (String mayNot : List.of("executor-fast-2", "judge-fast-2", "leader-fast", "police-fast-1", "president")) {
            People.as(mayNot).get(interview).then().body("allowed", empty());
        }
        for (String may : List.of("executor-affairs-1", "police-affairs-1")) {
            People.as(may).get(query).then().body("allowed", contains("COMPLETE"));
        }
        People.as("leader-affairs").get(query).then().body("allowed", empty());
        People.as("judge-fast-1").get(close).then().body("allowed", contains("ASK_EXTENSION"));
    }

    @Test
    void showsEachRoleItsOwnAndNothingElse() {
        List<FileCases.Filed> filed = docket.file(Docket.fast(LATE), Docket.ordinary(LATE), Docket.preservation(LATE));
        docket.file(Docket.row(Docket.WENFENG, "执", LATE, "60000.00"));
        int fast = filed.get(0).nodes().size();
        int all = filed.stream().mapToInt(f -> f.nodes().size()).sum();

        for (String own : List.of("judge-fast-1", "executor-fast-2", "clerk-fast-1", "leader-fast")) {
            sees(own, fast, "FAST");
        }
        for (String whole : List.of(
                "president",
                "director",
                "node-control",
                "auditor",
                "leader-affairs",
                "executor-affairs-1",
                "funds",
                People.INTEGRATION)) {
            sees(whole, all, null);
        }
        sees("judge-special-1", 0, null);
        sees("wenfeng-president", fast, "FAST");
        People.as("admin").get("/api/v1/nodes").then().statusCode(403);
        People.as("admin").get("/api/v1/nodes/counts").then().statusCode(403);

        String ordinary = "/api/v1/nodes/" + filed.get(1).nodes().get(0).id();
        for (String stranger : List.of("judge-fast-1", "judge-special-1", "wenfeng-president")) {
            People.as(stranger).get(ordinary).then().statusCode(404).body("code", equalTo("not-found"));
            People.as(stranger).get(ordinary + "/days").then().statusCode(404);
        }
        People.as("admin").get(ordinary).then().statusCode(403);
    }

    private static void sees(String person, int nodes, String team) {
        JsonPath list = People.as(person)
                .get("/api/v1/nodes?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(list.getList("items")).as(person).hasSize(nodes);
        JsonPath counts = People.as(person)
                .get("/api/v1/nodes/counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(counts.getList("cells.count", Integer.class).stream()
                        .mapToInt(n -> n)
                        .sum())
                .as(person)
                .isEqualTo(nodes);
        if (team != null) {
            assertThat(new HashSet<>(list.getList("items.caseTeam"))).containsExactly(team);
            assertThat(new HashSet<>(counts.getList("cells.team"))).containsExactly(team);
        }
    }

    @Test
    void aTeamMeetsNodesOfOtherTeamsForWhichItAnswers() {
        Node node = Docket.node(docket.fileOne(Docket.fast(LATE)), NodeCode.OFFLINE_ASSET_QUERY);
        data.run("update node set responsible_team = 'SPECIAL' where id = '" + node.id() + "'");
        People.as("executor-special-1")
                .get("/api/v1/nodes")
                .then()
                .body("items.id", contains(node.id().toString()));
        People.as("executor-special-1").get("/api/v1/nodes?mine=true").then().body("items", hasSize(1));
        People.as("executor-special-1").get("/api/v1/nodes/" + node.id()).then().statusCode(200);
        People.as("executor-special-1").get("/api/v1/nodes/counts").then().body("cells.count", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"president", "judge-fast-1", "executor-affairs-1"})
    void walksEveryNodeExactlyOnceInOrder(String person) {
        docket.file(
                Docket.fast(LATE),
                Docket.fast(LATE),
                Docket.fast(FRESH),
                Docket.ordinary(LATE),
                Docket.fast(FRESH),
                Docket.preservation(LATE));
        List<String> walked = new ArrayList<>();
        List<String> due = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = People.as(person)
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/nodes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("items.id"));
            due.addAll(page.getList("items.dueOn"));
            cursor = page.getString("next");
        } while (cursor != null);
        List<String> whole = People.as(person)
                .get("/api/v1/nodes?limit=200")
                .then()
                .extract()
                .jsonPath()
                .getList("items.id");
        assertThat(walked).doesNotHaveDuplicates().isEqualTo(whole);
        assertThat(due).isSorted();
    }

    @Test
    void narrowsByEveryFilter() {
        FileCases.Filed late = docket.fileOne(Docket.fast(LATE));
        docket.file(Docket.fast(FRESH), Docket.ordinary(FRESH));
        String number = late.filed().row().number().text();
        String executor = late.filed().executorId().toString();

        asked("state=OVERDUE")
                .body("items.state", everyItem(equalTo("OVERDUE")))
                .body("items", hasSize(2));
        asked("state=OVERDUE&state=PENDING").body("items.state", hasItem("PENDING"));
        asked("team=ORDINARY")
                .body("items.caseTeam", everyItem(equalTo("ORDINARY")))
                .body("items", hasSize(4));
        asked("code=CLOSE_FAST").body("items.code", contains("CLOSE_FAST", "CLOSE_FAST"));
        asked("person=" + executor).body("items.responsible.people.flatten().id", hasItem(executor));
        asked("dueFrom=2022-11-07&dueTo=2022-11-07").body("items.dueOn", contains("2022-11-07", "2022-11-07"));
        asked("q=" + number)
                .body("items.caseNumber", everyItem(equalTo(number)))
                .body("items", hasSize(4));
        asked("q=" + number.substring(8, 15)).body("items.caseNumber", hasItem(number));
        asked("q=不存在").body("items", empty());
        asked("state=DONE").body("items", empty());
    }

    @Test
    void narrowsToWhatIsMine() {
        FileCases.Filed filed = docket.fileOne(Docket.fast(LATE));
        docket.file(Docket.fast(LATE), Docket.ordinary(LATE));
        String me = filed.filed().executorId().toString();
        People.as("executor-fast-1")
                .get("/api/v1/nodes?mine=true")
                .then()
                .body("items", hasSize(6))
                .body("items.responsible.people.id", everyItem(hasItem(me)));
        People.as("executor-affairs-1")
                .get("/api/v1/nodes?mine=true")
                .then()
                .body("items.code", everyItem(equalTo("OFFLINE_ASSET_QUERY")))
                .body("items", hasSize(3));
        People.as("node-control").get("/api/v1/nodes?mine=true").then().body("items", empty());
        People.as("executor-affairs-1")
                .get("/api/v1/nodes/counts?mine=true")
                .then()
                .body("cells.count.sum()", equalTo(3));
    }

    @Test
    void theFundsDeskAnswersForMoneyThatWaitsAndNobodyElseDoes() {
        String waits = docket.fileOne(Docket.fast(FRESH)).filed().id().toString();
        String late = docket.fileOne(Docket.ordinary(FRESH)).filed().id().toString();
        coffers.arrive(waits, "1000.00", LocalDate.of(2022, 10, 12));
        coffers.arrive(late, "2000.00", LocalDate.of(2022, 9, 1));
        String done = coffers.arrive(late, "3000.00", LocalDate.of(2022, 9, 2));
        data.run("update node set done_on = '2022-10-31', done_at = now() where subject_id = '" + done + "'");
        People.as("funds")
                .get("/api/v1/nodes?mine=true&state=OVERDUE&state=DUE_SOON&state=PENDING")
                .then()
                .body("items.code", everyItem(equalTo("DISBURSE")))
                .body("items.caseId", contains(late, waits))
                .body("items.dueOn[1]", equalTo("2022-11-02"))
                .body("items.responsible.kind", everyItem(equalTo("DESK")));
        People.as("funds").get("/api/v1/nodes?mine=true").then().body("items", hasSize(3));
        People.as("funds")
                .get("/api/v1/nodes/counts?mine=true")
                .then()
                .body("cells.count.sum()", equalTo(3))
                .body("cells.find { it.state == 'DONE_LATE' }.count", equalTo(1));
        People.as("funds")
                .get("/api/v1/nodes/counts?mine=true&state=OVERDUE")
                .then()
                .body("cells.count.sum()", equalTo(1))
                .body("strip.count.sum()", equalTo(0));
        for (String other : List.of("judge-fast-1", "executor-fast-1", "executor-affairs-1", "node-control")) {
            People.as(other).get("/api/v1/nodes?mine=true&code=DISBURSE").then().body("items", empty());
        }
        People.as("node-control").get("/api/v1/nodes?code=DISBURSE").then().body("items", hasSize(3));
    }

    @Test
    void anIndexAnswersForTheFundsDeskAmongManyNodes() {
        lateNodes.add(2000, LATE, LATE.plusDays(1));
        coffers.arrive(docket.fileOne(Docket.fast(FRESH)).filed().id().toString(), "1000.00", LATE);
        data.run("analyze node");
        int court = (int) data.count("select id from court where code = '豫0505'");
        assertThat(plan(
                        "select n.id from node n where n.court_id = $1 and n.open and n.responsible = 'FUNDS_DESK'"
                                + " order by n.due_on, n.id limit 41",
                        court))
                .contains("node_funds_desk")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(
                        PersonNodes.DUE,
                        court,
                        new UUID(0, 1),
                        null,
                        LocalDate.EPOCH,
                        LocalDate.of(2022, 10, 31),
                        20,
                        true))
                .contains("node_funds_desk")
                .doesNotContain("Seq Scan on node");
    }

    private String plan(String sql, Object... params) {
        return String.join(
                "\n",
                Database.list(database.reading(), "explain " + sql, row -> row.getString(0), params)
                        .await()
                        .atMost(Duration.ofSeconds(20)));
    }

    @Test
    void countsByTeamNodeStatePersonAndDay() {
        FileCases.Filed filed = docket.fileOne(Docket.fast(LATE));
        docket.fileOne(Docket.fast(FRESH));
        String judge = filed.filed().judgeId().toString();
        People.as("node-control")
                .get("/api/v1/nodes/counts")
                .then()
                .body("today", equalTo("2022-11-01"))
                .body("cells.find { it.code == 'FIRST_INTERVIEW' && it.state == 'OVERDUE' }.count", equalTo(1))
                .body("cells.find { it.code == 'FIRST_INTERVIEW' && it.state == 'PENDING' }.count", equalTo(1))
                .body("people.findAll { it.person.id == '%s' }.count.sum()".formatted(judge), equalTo(4))
                .body("people.find { it.person.id == '%s' }.team".formatted(judge), equalTo("FAST"))
                .body("strip.findAll { it.workday }", hasSize(14))
                .body("strip[0].date", equalTo("2022-11-01"))
                .body("strip.find { it.date == '2022-11-05' }.workday", equalTo(false))
                .body("strip.find { it.date == '2022-11-03' }.count", equalTo(1))
                .body("strip.find { it.date == '2022-11-07' }.count", equalTo(1));
        People.as("node-control")
                .get("/api/v1/nodes/counts?state=OVERDUE")
                .then()
                .body("cells.state", everyItem(equalTo("OVERDUE")))
                .body("strip.count.sum()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=LATE",
                "team=SLOW",
                "code=X",
                "person=me",
                "dueFrom=2022-13-01",
                "dueFrom=2022-11-02&dueTo=2022-11-01",
                "cursor=zzz",
                "limit=0",
                "limit=201"
            })
    void refusesFiltersThatMeanNothing(String query) {
        asked(query, 400).contentType("application/problem+json").body("errors", hasSize(1));
    }

    private static ValidatableResponse asked(String query) {
        return asked(query, 200);
    }

    private static ValidatableResponse asked(String query, int status) {
        return People.as("node-control").get("/api/v1/nodes?" + query).then().statusCode(status);
    }
}
