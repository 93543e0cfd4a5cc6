package org.zhixing.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.slip.SlipDesk.EXECUTOR;
import static org.zhixing.slip.SlipDesk.JUDGE;
import static org.zhixing.slip.SlipDesk.LEADER;
import static org.zhixing.slip.SlipDesk.OFFICER;
import static org.zhixing.slip.SlipDesk.POLICE;
import static org.zhixing.slip.SlipDesk.act;
import static org.zhixing.slip.SlipDesk.ask;
import static org.zhixing.slip.SlipDesk.assign;
import static org.zhixing.slip.SlipDesk.file;
import static org.zhixing.slip.SlipDesk.get;
import static org.zhixing.slip.SlipDesk.listed;
import static org.zhixing.slip.SlipDesk.underWay;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/** 任务流转单: asked for, signed, taken, assigned, carried out with evidence, sent back and accepted; seen by whom it concerns. */
@QuarkusTest
class TaskSlipTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Docket docket;

    @Inject
    TaskSlips taskSlips;

    @Inject
    Database database;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private FileCases.Filed one;
    private FileCases.Filed two;
    private FileCases.Filed foreign;

    @BeforeEach
    void file3() {
        one = docket.fileOne(Docket.fast(FILED));
        two = docket.fileOne(Docket.fast(FILED));
        foreign = docket.fileOne(Docket.ordinary(FILED));
        for (String who : List.of(JUDGE, EXECUTOR, OFFICER, POLICE)) {
            ids.put(
                    who,
                    data.query("select id from person where username = '" + who + "'")
                            .get(0));
        }
        data.run("update enforcement_case set judge_id = '" + ids.get(JUDGE) + "', executor_id = '" + ids.get(EXECUTOR)
                + "' where team = 'FAST'");
        data.run("delete from outbox");
    }

    @Test
    void filingOpensASlipOnEachClockOfTheAffairsTeam() {
        FileCases.Filed kept = docket.fileOne(Docket.preservation(FILED));
        String due = Docket.node(one, NodeCode.OFFLINE_ASSET_QUERY).dueOn().toString();
        People.as("president")
                .get(SlipDesk.SLIPS + "?caseId=" + id(one))
                .then()
                .statusCode(200)
                .body("items.kind", contains("ASSET_QUERY"))
                .body("items.automatic", contains(true))
                .body("items.state", contains("ASKED"))
                .body("items.requestedBy", contains(nullValue()))
                .body("items.target", contains("线下查询公积金、房产"))
                .body("items.dueOn", contains(due));
        People.as("president")
                .get(SlipDesk.SLIPS + "?kind=PRESERVATION")
                .then()
                .body("items.caseId", contains(id(kept)))
                .body(
                        "items.dueOn",
                        contains(
                                Docket.node(kept, NodeCode.PRESERVATION).dueOn().toString()));
        assertThat(data.query("select serial from task_slip order by serial")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void asksOnManyCasesOnceAndSaysWhyNotOnOthers() {
        Response asked = ask(EXECUTOR, "SEIZURE", List.of(id(one), id(two), id(foreign)), "ask-1");
        asked.then()
                .statusCode(201)
                .body("slips.number", contains("流转〔2022〕4号", "流转〔2022〕5号"))
                .body("slips.state", contains("ASKED", "ASKED"))
                .body("slips.dueOn", contains(nullValue(), nullValue()))
                .body("refused.caseId", contains(id(foreign)))
                .body("refused.number", contains(nullValue()));
        assertThat(ask(EXECUTOR, "SEIZURE", List.of(id(one), id(two), id(foreign)), "ask-1")
                        .<List<String>>path("slips.id"))
                .isEqualTo(asked.<List<String>>path("slips.id"));
        assertThat(data.count("select count(*) from task_slip where not automatic"))
                .isEqualTo(2);
        ask(EXECUTOR, "PRESERVATION", List.of(id(one)), "ask-2").then().statusCode(400);
        ask("executor-fast-2", "SEIZURE", List.of(id(one)), "ask-3")
                .then()
                .body("slips", empty())
                .body("refused.code", contains("task-slip-not-handler"));
        data.run("update enforcement_case set status = 'CLOSED' where id = '" + id(one) + "'");
        ask(EXECUTOR, "SEIZURE", List.of(id(one)), "ask-4")
                .then()
                .body("refused.code", contains("task-slip-case-closed"));
        assertThat(data.query("select topic from outbox")).containsExactly("task-slip.ask", "task-slip.ask");
        assertThat(data.count("select count(*) from audit where action = 'task-slip.ask'"))
                .isEqualTo(2);
    }

    @Test
    void goesFromTheJudgesSignatureToAcceptance() {
        String slip = asked(one);
        act("judge-fast-2", slip, "signature", Map.of())
                .then()
                .statusCode(403)
                .body("code", equalTo("task-slip-not-judge"))
                .body("clause", equalTo("一(五)"));
        act(EXECUTOR, slip, "signature", Map.of()).then().statusCode(403);
        act(JUDGE, slip, "signature", 9, Map.of()).then().statusCode(412);
        People.as(JUDGE).post(SlipDesk.SLIPS + "/" + slip + "/signature").then().statusCode(428);
        act(LEADER, slip, "receipt", 1, Map.of()).then().statusCode(404);
        act(JUDGE, slip, "signature", Map.of())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("SIGNED"))
                .body("signedOn", equalTo("2022-11-01"));
        act(JUDGE, slip, "signature", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("task-slip-not-there"))
                .body("clause", equalTo("一(四)4"));
        act("leader-fast", slip, "receipt", Map.of()).then().statusCode(403);
        act(LEADER, slip, "receipt", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("dueOn", equalTo("2022-11-16"))
                .body("nodeId", notNullValue());
        assertThat(data.query("select code from node where open and subject_id = '" + slip + "'"))
                .containsExactly("OFFLINE_MEASURE");
        act(LEADER, slip, "assignment", Map.of("executorId", ids.get(EXECUTOR), "others", List.of()))
                .then()
                .statusCode(400);
        assign(slip, ids)
                .then()
                .statusCode(200)
                .body("executor.id", equalTo(ids.get(OFFICER)))
                .body("officers.id", contains(ids.get(OFFICER), ids.get(POLICE)));
        Map<String, Object> result = Map.of("text", "已查封房产一套");
        act("executor-affairs-2", slip, "result", result).then().statusCode(403);
        act(OFFICER, slip, "result", result)
                .then()
                .statusCode(422)
                .body("code", equalTo("task-slip-no-evidence"))
                .body("clause", equalTo("一(四)4"));
        file(POLICE, slip, "OFFLINE_MEASURE_RESULT").then().statusCode(201).body("completedNode", notNullValue());
        act(OFFICER, slip, "result", result)
                .then()
                .statusCode(200)
                .body("state", equalTo("RESULT_IN"))
                .body("evidence.title", contains("查控结果"))
                .body("may", empty())
                .body("next.act", contains("ACCEPT", "RETURN"));
        act(JUDGE, slip, "acceptance", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("may", empty());
        People.as(JUDGE)
                .get(SlipDesk.SLIPS + "/" + slip + "/steps")
                .then()
                .body("act", contains("ASK", "SIGN", "RECEIVE", "ASSIGN", "HAND_IN", "ACCEPT"));
        assertThat(data.query("select topic from outbox where topic like 'task-slip.%'"))
                .containsExactlyInAnyOrder(
                        "task-slip.ask",
                        "task-slip.sign",
                        "task-slip.receive",
                        "task-slip.assign",
                        "task-slip.hand-in",
                        "task-slip.accept");
    }

    @Test
    void whatIsSentBackOpensItsClockAgainWithTheDayItHad() {
        String slip = asked(one);
        underWay(slip, ids);
        String item = file(OFFICER, slip, "OFFLINE_MEASURE_RESULT").path("itemId");
        act(OFFICER, slip, "result", Map.of("text", "已查封")).then().statusCode(200);
        act(EXECUTOR, slip, "return", Map.of("text", "缺少协助执行回执"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("reason", equalTo("缺少协助执行回执"))
                .body("dueOn", equalTo("2022-11-16"));
        assertThat(data.query("select open from node where subject_id = '" + slip + "'"))
                .containsExactly("t");
        act(OFFICER, slip, "result", Map.of("text", "再次")).then().statusCode(422);
        file(OFFICER, slip, "OFFLINE_MEASURE_RESULT").then().statusCode(201).body("completedNode", notNullValue());
        act(OFFICER, slip, "result", Map.of("text", "已补回执"))
                .then()
                .statusCode(200)
                .body("evidence", hasSize(2));
        String proof = data.query("select i.id from dossier_item i where i.id <> '" + item + "'")
                .get(0);
        People.as(EXECUTOR)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", "扫描不清"))
                .post("/api/v1/dossier-items/" + proof + "/removal")
                .then()
                .statusCode(200);
        // The evidence is gone: there is nothing to accept, and the officers must go again.
        act(JUDGE, slip, "acceptance", Map.of()).then().statusCode(422).body("code", equalTo("task-slip-no-evidence"));
        act(JUDGE, slip, "return", Map.of("text", "材料已移除")).then().statusCode(200);
    }

    /** Whatever the kind is called: the phone is told what its clock asks for, and that is what stops it. */
    @Test
    void tellsTheOfficerWhatProvesItAndThatIsEnough() {
        for (String kind : List.of("SERVICE", "QUERY")) {
            String slip = ask(EXECUTOR, kind, List.of(id(one)), "ask-" + kind).path("slips[0].id");
            underWay(slip, ids);
            String found = "unplanned.slip.find { it.id == '" + slip + "' }";
            Response mine = People.as(OFFICER).get(mine());
            mine.then().body(found + ".proved", equalTo(false));
            String category = mine.path(found + ".evidenceCategory");
            assertThat(category).isEqualTo("OFFLINE_MEASURE_RESULT");
            act(OFFICER, slip, "result", Map.of("text", "已办理"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("task-slip-no-evidence"))
                    .body("detail", containsString("“查封冻结扣押材料”"))
                    .body("remedy", containsString("“查封冻结扣押材料”"));
            get(OFFICER, slip).then().body("next.find { it.act == 'HAND_IN' }.why", containsString("“查封冻结扣押材料”"));
            file(OFFICER, slip, category).then().statusCode(201).body("completedNode", notNullValue());
            People.as(OFFICER).get(mine()).then().body(found + ".proved", equalTo(true));
            act(OFFICER, slip, "result", Map.of("text", "已办理")).then().statusCode(200);
        }
    }

    @Test
    void isCancelledWithItsClock() {
        String slip = asked(one);
        underWay(slip, ids);
        act(EXECUTOR, slip, "cancellation", Map.of("text", "被执行人已履行"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        assertThat(data.query("select cancelled_on from node where subject_id = '" + slip + "'"))
                .containsExactly("2022-11-01");
        String automatic =
                listed("president", "kind=ASSET_QUERY&caseId=" + id(one)).get(0);
        act(EXECUTOR, automatic, "cancellation", Map.of("text", "不需要")).then().statusCode(409);
    }

    @Test
    void anAutomaticSlipRunsOnTheClockOfFiling() {
        String slip = listed("president", "kind=ASSET_QUERY&caseId=" + id(one)).get(0);
        String due = get("president", slip).path("dueOn");
        underWay(slip, ids);
        get(OFFICER, slip).then().body("dueOn", equalTo(due)).body("late", equalTo(true));
        file(OFFICER, slip, "OFFLINE_QUERY_RESULT").then().statusCode(201);
        act(OFFICER, slip, "result", Map.of("text", "名下无房产")).then().statusCode(200);
        act(JUDGE, slip, "acceptance", Map.of()).then().statusCode(200);
    }

    @Test
    void anAutomaticSlipEndsWithItsNodeAndComesBackWithIt() {
        String slip = listed("president", "kind=ASSET_QUERY&caseId=" + id(one)).get(0);
        String item = query(OFFICER, "OFFLINE_QUERY_RESULT");
        get("president", slip).then().body("state", equalTo("ACCEPTED")).body("may", empty());
        assertThat(listed(JUDGE, "mine=true")).doesNotContain(slip);
        assertThat(data.query("select topic from outbox")).containsExactly("task-slip.prove");
        assertThat(data.query("select action from audit where subject_id = '" + slip + "'"))
                .containsExactly("task-slip.prove");
        remove(item);
        get("president", slip).then().body("state", equalTo("ASKED"));
        assertThat(listed(JUDGE, "mine=true")).contains(slip);
        act(JUDGE, slip, "signature", Map.of()).then().statusCode(200);
        act(LEADER, slip, "receipt", Map.of()).then().statusCode(200);
        remove(query(OFFICER, "OFFLINE_QUERY_RESULT"));
        get("president", slip).then().body("state", equalTo("RECEIVED"));
        // Once officers are on their way, theirs is the word on it.
        assign(slip, ids).then().statusCode(200);
        query(OFFICER, "OFFLINE_QUERY_RESULT");
        get("president", slip).then().body("state", equalTo("ASSIGNED"));
        assertThat(data.count("select count(*) from task_slip where case_id = '" + id(two) + "' and state = 'ASKED'"))
                .isOne();
    }

    private String query(String person, String category) {
        String node = Docket.node(one, NodeCode.OFFLINE_ASSET_QUERY).id().toString();
        return People.as(person)
                .contentType("application/json")
                .body(Map.of(
                        "uploadId", Uploaded.by(person, "query.pdf", Papers.pdf(1)),
                        "category", category,
                        "nodeId", node))
                .post("/api/v1/cases/" + id(one) + "/dossier/items")
                .then()
                .statusCode(201)
                .body("completedNode", equalTo(node))
                .extract()
                .path("itemId");
    }

    private static void remove(String item) {
        People.as(EXECUTOR)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", "扫描不清"))
                .post("/api/v1/dossier-items/" + item + "/removal")
                .then()
                .statusCode(200);
    }

    @Test
    void eachMeetsWhatConcernsThem() {
        String mine = asked(one);
        String signed = asked(two);
        underWay(signed, ids);
        List<String> all = listed("president", "");
        for (String who : List.of(
                "president",
                "auditor",
                JUDGE,
                "judge-fast-2",
                "judge-ordinary-1",
                LEADER,
                OFFICER,
                "wenfeng-president")) {
            List<String> single = all.stream()
                    .filter(slip -> get(who, slip).statusCode() == 200)
                    .toList();
            assertThat(listed(who, "")).as(who).isEqualTo(single);
            assertThat(listed(who, "mine=true"))
                    .as(who)
                    .isEqualTo(single.stream().filter(slip -> waits(who, slip)).toList());
        }
        assertThat(listed("judge-fast-2", "")).contains(mine, signed).hasSize(4);
        assertThat(listed("judge-ordinary-1", "")).hasSize(1).doesNotContain(mine, signed);
        assertThat(listed(LEADER, "")).containsExactly(signed);
        assertThat(listed("wenfeng-president", "")).isEmpty();
        get(LEADER, mine).then().statusCode(404);
        assertThat(listed(OFFICER, "mine=true")).containsExactly(signed);
        assertThat(listed("executor-affairs-2", "mine=true")).isEmpty();
        assertThat(listed(JUDGE, "mine=true&kind=SEIZURE")).containsExactly(mine);
    }

    @Test
    void aTripTakesItsOfficersFromStopToStop() {
        String first = asked(one);
        String second = asked(two);
        trip(LEADER, List.of(first)).then().statusCode(404);
        act(JUDGE, first, "signature", Map.of()).then().statusCode(200);
        act(LEADER, first, "receipt", Map.of()).then().statusCode(200);
        trip(LEADER, List.of(first))
                .then()
                .statusCode(409)
                .body("code", equalTo("trip-slip-not-under-way"))
                .body("clause", equalTo("一(四)"));
        assign(first, ids).then().statusCode(200);
        underWay(second, ids);
        People.as(LEADER)
                .get("/api/v1/trips/proposal?on=2022-11-02")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].title", equalTo("文峰区"))
                .body("[0].slips", hasSize(2));
        People.as(OFFICER).get(mine()).then().body("trips", empty()).body("unplanned", hasSize(2));
        trip("leader-fast", List.of(first)).then().statusCode(403).body("code", equalTo("trip-not-yours"));
        String trip = trip(LEADER, List.of(second, first))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        trip(LEADER, List.of(first))
                .then()
                .statusCode(409)
                .body("code", equalTo("trip-slip-elsewhere"))
                .body("clause", equalTo("一(四)"));
        People.as(POLICE)
                .get(mine())
                .then()
                .statusCode(200)
                .body("trips[0].stops.slip.slip.id", contains(second, first))
                .body("trips[0].stops.position", contains(1, 2))
                .body("trips[0].stops[0].slip.claimAmount", equalTo("60000.00"))
                .body("trips[0].stops[0].slip.parties.name", contains("王某", "李某某"))
                .body("unplanned", empty());
        People.as("executor-affairs-2")
                .get(mine())
                .then()
                .body("trips", empty())
                .body("unplanned", empty());
        String day = "/api/v1/trips?on=2022-11-02";
        People.as("judge-fast-2").get(day).then().body("id", contains(trip));
        People.as("judge-ordinary-1").get(day).then().body("", empty());
        People.as("wenfeng-president").get(day).then().body("", empty());
        data.run("update enforcement_case set team = 'ORDINARY' where id = '" + id(two) + "'");
        People.as("judge-fast-2").get(day).then().body("[0].stops.position", contains(2));
        People.as(LEADER)
                .header("If-Match", "\"1\"")
                .delete("/api/v1/trips/" + trip)
                .then()
                .statusCode(204);
        People.as(OFFICER).get(mine()).then().body("trips", empty()).body("unplanned", hasSize(2));
    }

    @Test
    void takesItemsOfItsOwnCaseFromItsOfficers() {
        String slip = asked(one);
        underWay(slip, ids);
        UUID item = UUID.fromString(loose(one));
        UUID other = UUID.fromString(loose(two));
        UUID id = UUID.fromString(slip);
        assertThat(taskSlips
                        .assigned(database.reading(), actor(OFFICER), id)
                        .await()
                        .atMost(PATIENCE)
                        .id())
                .isEqualTo(id);
        assertThatThrownBy(() -> taskSlips
                        .assigned(database.reading(), actor("executor-affairs-2"), id)
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("task-slip-not-officer"));
        add(id, item);
        add(id, item);
        get(OFFICER, slip).then().body("evidence.itemId", contains(item.toString()));
        assertThatThrownBy(() -> add(id, other)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> add(id, UUID.randomUUID())).isInstanceOf(Refusal.class);
    }

    /** True if the next step is this person's, by what the slip itself says they may do. */
    private static boolean waits(String who, String slip) {
        Response seen = get(who, slip);
        List<String> may = seen.path("may");
        boolean toAssign = may.contains("ASSIGN") && seen.path("state").equals("RECEIVED");
        return toAssign || may.stream().anyMatch(Set.of("SIGN", "RECEIVE", "HAND_IN", "ACCEPT")::contains);
    }

    private void add(UUID slip, UUID item) {
        database.inTransaction(tx -> taskSlips.addEvidence(tx, actor(OFFICER), slip, item))
                .await()
                .atMost(PATIENCE);
    }

    private Actor actor(String username) {
        UUID person = UUID.fromString(data.query("select id from person where username = '" + username + "'")
                .get(0));
        int court = (int) data.count("select court_id from person where username = '" + username + "'");
        return new Actor(person, court, username, "秦某某", Set.of(Role.EXECUTOR), Team.AFFAIRS, Set.of());
    }

    /** An item in the case's volume that proves no node. */
    private String loose(FileCases.Filed filed) {
        return People.as(EXECUTOR)
                .contentType("application/json")
                .body(Map.of(
                        "uploadId",
                        Uploaded.by(EXECUTOR, "ruling.pdf", Papers.pdf(1)),
                        "category",
                        "RULING",
                        "title",
                        "执行裁定书"))
                .post("/api/v1/cases/" + id(filed) + "/dossier/items")
                .then()
                .statusCode(201)
                .extract()
                .path("itemId");
    }

    private Response trip(String person, List<String> slips) {
        return People.as(person)
                .contentType("application/json")
                .body(Map.of(
                        "on",
                        "2022-11-02",
                        "title",
                        "文峰区",
                        "officers",
                        List.of(ids.get(OFFICER), ids.get(POLICE)),
                        "slipIds",
                        slips))
                .post("/api/v1/trips");
    }

    private static String mine() {
        return "/api/v1/trips/mine?from=2022-11-01&to=2022-11-03";
    }

    private static String asked(FileCases.Filed filed) {
        return ask(EXECUTOR, "SEIZURE", List.of(id(filed)), UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("slips[0].id");
    }

    private static String id(FileCases.Filed filed) {
        return filed.filed().id().toString();
    }
}
