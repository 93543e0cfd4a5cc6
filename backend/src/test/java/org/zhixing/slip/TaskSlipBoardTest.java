package org.zhixing.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.slip.SlipDesk.EXECUTOR;
import static org.zhixing.slip.SlipDesk.JUDGE;
import static org.zhixing.slip.SlipDesk.LEADER;
import static org.zhixing.slip.SlipDesk.OFFICER;
import static org.zhixing.slip.SlipDesk.POLICE;
import static org.zhixing.slip.SlipDesk.act;
import static org.zhixing.slip.SlipDesk.assign;
import static org.zhixing.slip.SlipDesk.get;
import static org.zhixing.slip.SlipDesk.listed;
import static org.zhixing.slip.SlipDesk.underWay;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.notice.rules.Digest;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** The board of task slips: filters, counts, order, files, many at once; and who may look at the officers and the parties. */
@QuarkusTest
class TaskSlipBoardTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);

    @Inject
    Docket docket;

    @Inject
    TaskSlipDigest digest;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<String> cases = new ArrayList<>();

    @BeforeEach
    void file() {
        for (int i = 0; i < 3; i++) {
            cases.add(docket.fileOne(Docket.fast(FILED)).filed().id().toString());
        }
        for (String who : List.of(JUDGE, EXECUTOR, OFFICER, POLICE, LEADER)) {
            ids.put(
                    who,
                    data.query("select id from person where username = '" + who + "'")
                            .get(0));
        }
        data.run("update enforcement_case set judge_id = '" + ids.get(JUDGE) + "', executor_id = '" + ids.get(EXECUTOR)
                + "' where team = 'FAST'");
    }

    @Test
    void countsListsAndExportsTheSameSlips() {
        List<String> asked = asked();
        underWay(asked.get(0), ids);
        assertThat(counts("kind=SEIZURE").<List<String>>path("state")).containsExactly("ASKED", "ASSIGNED");
        assertThat(counts("kind=SEIZURE").<List<Integer>>path("count")).containsExactly(2, 1);
        assertThat(counts("kind=ASSET_QUERY").<List<Integer>>path("late")).containsExactly(3);
        assertThat(counts("team=ORDINARY").<List<String>>path("state")).isEmpty();
        assertThat(listed("president", "officer=" + ids.get(POLICE))).containsExactly(asked.get(0));
        assertThat(listed("president", "dueFrom=2022-11-16&dueTo=2022-11-16")).containsExactly(asked.get(0));
        assertThat(listed("president", "way=OUT")).isEmpty();
        People.as("president").get(SlipDesk.SLIPS + "?way=BY_SEA").then().statusCode(400);
        String csv = People.as("president")
                .get(SlipDesk.SLIPS + "/export?format=csv&kind=SEIZURE")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("流转单号", "办理中", "李某某名下房产");
        assertThat(People.as("wenfeng-president")
                        .get(SlipDesk.SLIPS + "/export?format=csv")
                        .asString()
                        .lines())
                .hasSize(1);
        People.as("president")
                .get(SlipDesk.SLIPS + "/export?format=xlsx")
                .then()
                .statusCode(200);
    }

    @Test
    void pagesByDueDateWithoutLosingAnybody() {
        List<String> asked = asked();
        underWay(asked.get(1), ids);
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Response page = People.as("president")
                    .get(SlipDesk.SLIPS + "?sort=DUE&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(found).hasSize(6).doesNotHaveDuplicates();
        // The offline queries are due first, then the slip that was received; what has no day yet comes last.
        assertThat(found.get(3)).isEqualTo(asked.get(1));
    }

    @Test
    void manyAreSignedAndReceivedAtOnceEachOnItsOwn() {
        List<String> asked = asked();
        act(JUDGE, asked.get(0), "cancellation", Map.of("text", "已履行")).then().statusCode(200);
        round("judge-fast-2", "signatures", asked)
                .then()
                .statusCode(200)
                .body("done", equalTo(0))
                .body(
                        "slips.problem.code",
                        contains("task-slip-not-judge", "task-slip-not-judge", "task-slip-not-judge"));
        Response signed = round(JUDGE, "signatures", asked);
        signed.then()
                .statusCode(200)
                .body("done", equalTo(2))
                .body("slips.id", equalTo(asked))
                .body("slips[0].problem.code", equalTo("task-slip-not-there"))
                .body("slips[1].problem", nullValue());
        assertThat(data.count("select count(*) from audit where action = 'task-slip.sign'"))
                .isEqualTo(2);
        round(LEADER, "receipts", asked.subList(1, 3)).then().body("done", equalTo(2));
        get(LEADER, asked.get(1)).then().body("state", equalTo("RECEIVED"));
        round(EXECUTOR, "signatures", asked).then().statusCode(403);
    }

    @Test
    void theOfficersLoadIsTheAffairsTeamsOwn() {
        for (String path : List.of("officers", "proposal")) {
            People.as("leader-fast")
                    .get("/api/v1/trips/" + path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("trip-not-yours"));
            People.as(LEADER).get("/api/v1/trips/" + path).then().statusCode(200);
        }
    }

    @Test
    void whoIsInTheAreaAlreadyIsProposedFirstThenWhoHasLeast() {
        List<String> asked = asked();
        asked.forEach(slip -> underWay(slip, ids));
        // One in the area; two elsewhere; and somebody who has nothing.
        inHand(asked.get(0), POLICE, "殷都区");
        inHand(asked.get(1), OFFICER, "文峰区");
        inHand(asked.get(2), OFFICER, "文峰区");
        List<Map<String, Object>> anywhere = officers("");
        assertThat(anywhere).extracting(each -> each.get("inHand")).isSorted();
        assertThat(order(anywhere)).containsSubsequence(ids.get(POLICE), ids.get(OFFICER));
        List<Map<String, Object>> yindu = officers("?area=殷都区");
        assertThat(order(yindu).get(0)).isEqualTo(ids.get(POLICE));
        assertThat(yindu.get(0)).containsEntry("inHand", 1).containsEntry("sameArea", 1);
        List<Map<String, Object>> wenfeng = officers("?area=文峰区");
        assertThat(order(wenfeng).get(0)).isEqualTo(ids.get(OFFICER));
        assertThat(wenfeng.get(0)).containsEntry("inHand", 2).containsEntry("sameArea", 2);
        act(LEADER, asked.get(0), "assignment", Map.of("executorId", ids.get(OFFICER), "others", List.of()))
                .then()
                .statusCode(200);
        assertThat(order(officers("?area=殷都区")).get(0)).isEqualTo(ids.get(OFFICER));
    }

    private void inHand(String slip, String officer, String area) {
        data.run("update task_slip set officers = array['" + ids.get(officer) + "'::uuid], area = '" + area
                + "' where id = '" + slip + "'");
    }

    private static List<Map<String, Object>> officers(String query) {
        return People.as(LEADER)
                .get("/api/v1/trips/officers" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    private static List<Object> order(List<Map<String, Object>> officers) {
        return officers.stream().map(each -> each.get("id")).toList();
    }

    @Test
    void whereThePartiesAreFoundIsForTheOfficersWhoGo() {
        data.run("update party set phone = '13800001234', address = '安阳市文峰区永明路18号院3号楼' where case_id = '" + cases.get(0)
                + "'");
        String slip = asked().get(0);
        underWay(slip, ids);
        for (int look = 0; look < 2; look++) {
            People.as(OFFICER)
                    .get("/api/v1/trips/mine?from=2022-11-01&to=2022-11-02")
                    .then()
                    .statusCode(200)
                    .body("unplanned[0].parties.phone", everyItem(equalTo("13800001234")))
                    .body("unplanned[0].parties.address", everyItem(equalTo("安阳市文峰区永明路18号院3号楼")));
        }
        assertThat(data.count("select count(*) from audit where action = 'personal-data.seen' and actor_id = '"
                        + ids.get(OFFICER) + "'"))
                .isEqualTo(1);
        People.as(LEADER)
                .contentType("application/json")
                .body(Map.of(
                        "on",
                        "2022-11-02",
                        "title",
                        "文峰区",
                        "officers",
                        List.of(ids.get(OFFICER)),
                        "slipIds",
                        List.of(slip)))
                .post("/api/v1/trips")
                .then()
                .statusCode(201)
                .body("stops[0].slip.parties.phone", everyItem(equalTo("138****1234")))
                .body("stops[0].slip.parties.address[0]", equalTo("安阳市文峰区**********"));
        People.as(JUDGE)
                .get("/api/v1/cases/" + cases.get(0))
                .then()
                .body("parties.address", everyItem(equalTo("安阳市文峰区永明路18号院3号楼")));
        // The triage desk edits what it is shown masked, and the mask is not kept.
        Response shown = People.as("triage").get("/api/v1/cases/" + cases.get(0));
        Map<String, Object> edit = new java.util.HashMap<>();
        for (String field : List.of("number", "matter", "claimAmount", "filedOn")) {
            edit.put(field, shown.path(field));
        }
        List<Map<String, Object>> parties = shown.path("parties");
        parties.forEach(party -> party.remove("id"));
        edit.put("parties", parties);
        edit.put("cause", "买卖合同纠纷");
        People.as("triage")
                .header("If-Match", "\"" + shown.path("version") + "\"")
                .contentType("application/json")
                .body(edit)
                .put("/api/v1/cases/" + cases.get(0))
                .then()
                .statusCode(200);
        assertThat(data.query("select distinct phone || address from party where case_id = '" + cases.get(0) + "'"))
                .containsExactly("13800001234安阳市文峰区永明路18号院3号楼");
        People.as("president")
                .get("/api/v1/cases/" + cases.get(0))
                .then()
                .body("parties.address", everyItem(equalTo("安阳市文峰区**********")));
    }

    @Test
    void theMorningLetterNamesEachDuty() {
        List<String> asked = asked();
        assertThat(lines(JUDGE, Role.JUDGE, Team.FAST)).hasSize(6).contains("task-slip.HERE.ASKED");
        act(JUDGE, asked.get(0), "signature", Map.of()).then().statusCode(200);
        assertThat(lines(LEADER, Role.TEAM_LEADER, Team.AFFAIRS)).containsExactly("task-slip.HERE.SIGNED");
        act(LEADER, asked.get(0), "receipt", Map.of()).then().statusCode(200);
        assign(asked.get(0), ids).then().statusCode(200);
        assertThat(lines(OFFICER, Role.EXECUTOR, Team.AFFAIRS)).containsExactly("task-slip.HERE.ASSIGNED");
        assertThat(lines(EXECUTOR, Role.EXECUTOR, Team.FAST)).isEmpty();
    }

    private List<String> lines(String who, Role role, Team team) {
        Person person = new Person(
                UUID.fromString(ids.get(who)),
                (int) data.count("select court_id from person where username = '" + who + "'"),
                "豫0505",
                "殷都法院",
                who,
                "王某",
                team,
                java.util.Set.of(role),
                0);
        return digest.sections(person, LocalDate.of(2022, 11, 1)).await().atMost(Duration.ofSeconds(10)).stream()
                .flatMap(section -> section.lines().stream())
                .map(Digest.Line::what)
                .toList();
    }

    private List<String> asked() {
        List<String> made = SlipDesk.ask(
                        EXECUTOR, "SEIZURE", cases, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .body("slips", hasSize(3))
                .extract()
                .path("slips.id");
        // In the order of the cases.
        return cases.stream()
                .map(id -> made.stream()
                        .filter(slip -> get("president", slip).path("caseId").equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Response counts(String query) {
        return People.as("president").get(SlipDesk.SLIPS + "/counts?" + query);
    }

    private static Response round(String person, String act, List<String> slips) {
        return People.as(person)
                .contentType("application/json")
                .body(Map.of(
                        "slips",
                        slips.stream()
                                .map(id -> Map.of("id", id, "version", SlipDesk.version(id)))
                                .toList()))
                .post("/api/v1/task-slip-rounds/" + act);
    }
}
