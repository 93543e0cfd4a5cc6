package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.zhixing.testing.Leave.json;
import static org.zhixing.testing.Leave.wish;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Deadline;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.RollOver;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** Suspension and deferral over HTTP on a real PostgreSQL; today is 2022-11-01. */
@QuarkusTest
class SuspensionTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);
    private static final String NEVER = "9999-12-31";

    @Inject
    Leave leave;

    @Inject
    Nodes nodes;

    @Inject
    Database database;

    @AfterEach
    void takeBack() {
        data.run("update court_calendar c set document = o.document from court_calendar o"
                + " where o.year = c.year and o.court_id = 2 and c.court_id = 1");
    }

    private String fast() {
        return leave.file(Docket.fast(FILED));
    }

    @Test
    void theWorkedExamplesAreWhatIsStoredAndWhatThePreviewSaid() {
        String id = fast();
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-21");
        json(leave.handler(id))
                .body(wish("SERVICE_BY_PUBLICATION", "2022-10-20", "2022-11-03"))
                .post("/api/v1/cases/" + id + "/suspensions/preview")
                .then()
                .statusCode(200)
                .body("nodes.find { it.code == 'CLOSE_FAST' }.before", equalTo("2022-11-21"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.after", equalTo("2022-12-05"));
        String suspension = leave.asking(id, "SERVICE_BY_PUBLICATION", "2022-10-20", "2022-11-03")
                .statusCode(201)
                .body("status", equalTo("ASKED"))
                .body("phase", nullValue())
                .body("clause", equalTo("法发〔2006〕35号第13条"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.after", equalTo("2022-12-05"))
                .body("allowed", empty())
                .extract()
                .path("id");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-21");
        leave.approve(suspension)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("phase", equalTo("RUNNING"))
                .body("decidedBy.name", not(nullValue()))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.before", equalTo("2022-11-21"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.after", equalTo("2022-12-05"))
                .body("allowed", contains("END", "CANCEL"));
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-05");
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.CLOSE_FAST) + "/days")
                .then()
                .body("due", equalTo("2022-12-05"))
                .body("days.findAll { it.why == 'SUSPENDED' }", hasSize(14))
                .body("days.findAll { it.counted }", hasSize(40));

        String preservation = leave.file(Docket.preservation(FILED));
        leave.suspend(preservation, "STAY", "2022-11-05", "2022-11-08");
        assertThat(leave.due(preservation, NodeCode.PRESERVATION)).isEqualTo("2022-11-14");
        leave.suspend(preservation, "SUSPENSION", "2022-11-12", "2022-11-14");
        assertThat(leave.due(preservation, NodeCode.PRESERVATION)).isEqualTo("2022-11-15");
    }

    @Test
    void overlappingTouchingAndNestedPeriodsUnite() {
        String id = fast();
        leave.suspend(id, "STAY", "2022-10-20", "2022-10-27");
        leave.suspend(id, "SUSPENSION", "2022-10-27", "2022-11-03");
        leave.suspend(id, "COURT_DISPUTE", "2022-10-22", "2022-10-30");
        assertThat(data.query("select distinct pauses::text from node where code = 'CLOSE_FAST'"))
                .containsExactly("{[2022-10-20,2022-11-03)}");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-05");
    }

    @Test
    void anOpenEndKeepsTheNodesWaitingUntilItIsEndedAndSeveralWaitForTheLast() {
        String id = fast();
        List<String> before = leave.dates(id);
        String first = leave.suspend(id, "STAY", "2022-10-20", null);
        String second = leave.suspend(id, "QUESTION_TO_HIGHER_COURT", "2022-10-25", null);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo(NEVER);
        assertThat(data.query("select distinct next_due_on from enforcement_case"))
                .containsExactly("2022-10-13");
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.CLOSE_FAST))
                .then()
                .body("state", equalTo("SUSPENDED"))
                .body("dueOn", nullValue())
                .body("dueSoonOn", nullValue())
                .body("daysLeft", nullValue())
                .body("workdaysLeft", nullValue())
                .body("pauses", hasSize(1))
                .body("pauses[0].from", equalTo("2022-10-20"))
                .body("pauses[0].resume", nullValue());
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.CLOSE_FAST) + "/days")
                .then()
                .body("due", nullValue())
                .body("days[-1].date", equalTo("2022-10-20"))
                .body("days[-1].why", equalTo("SUSPENDED"));
        People.as("president").get("/api/v1/cases/" + id).then().body("clockWarnings.code", hasItem("NO_RESUMPTION"));

        leave.end(leave.handler(id), first, "2022-10-28").statusCode(200).body("phase", equalTo("ENDED"));
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo(NEVER);
        leave.end(leave.handler(id), second, "2022-11-03").statusCode(200).body("phase", equalTo("RUNNING"));
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-05");
        leave.end(leave.handler(id), second, "2022-11-04")
                .statusCode(409)
                .body("code", equalTo("suspension-ended"))
                .body("clause", equalTo("法发〔2006〕35号第13条"));
        leave.end("president", second, "2022-11-02").statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-02");
        leave.cancel(first).statusCode(200).body("status", equalTo("CANCELLED"));
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-28");
        leave.cancel(second).statusCode(200);
        assertThat(leave.dates(id)).isEqualTo(before);
        leave.cancel(second).statusCode(409).body("code", equalTo("suspension-not-approved"));
    }

    /** Whatever is approved, ended and cancelled in whatever order, the stored dates are those of a fresh count. */
    @Test
    void anySequenceOfActsGivesWhatAFreshCountGives() {
        Random random = new Random(20220310);
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 24)));
        var calendar = nodes.calendar(database.reading(), 1).await().indefinitely();
        LocalDate day = LocalDate.of(2022, 10, 24);
        Map<String, Suspension> holding = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (int step = 0; step < 45; step++) {
            int what = random.nextInt(5);
            if (what < 3 || holding.isEmpty()) {
                LocalDate from = day.plusDays(random.nextInt(60));
                boolean endless = random.nextInt(6) == 0;
                LocalDate resume = from.plusDays(1 + random.nextInt(15));
                String made = leave.suspend(id, "STAY", from.toString(), endless ? null : resume.toString());
                holding.put(made, new Suspension(from, endless ? LocalDate.parse(NEVER) : resume));
                if (endless) {
                    open.add(made);
                }
            } else if (what == 3 && !open.isEmpty()) {
                String ended = open.remove(0);
                LocalDate resume = holding.get(ended).from().plusDays(1 + random.nextInt(20));
                leave.end(leave.handler(id), ended, resume.toString()).statusCode(200);
                holding.put(ended, new Suspension(holding.get(ended).from(), resume));
            } else {
                String gone = holding.keySet().stream()
                        .sorted()
                        .skip(random.nextInt(holding.size()))
                        .findFirst()
                        .orElseThrow();
                leave.cancel(gone).statusCode(200);
                holding.remove(gone);
                open.remove(gone);
            }
            List<Suspension> all = List.copyOf(holding.values());
            fresh(id, NodeCode.CLOSE_FAST, new Deadline(day, 40, PeriodUnit.DAY, all, RollOver.NEXT), calendar);
            fresh(id, NodeCode.CLOSE_STATUTORY, new Deadline(day, 6, PeriodUnit.MONTH, all, RollOver.NEXT), calendar);
            fresh(id, NodeCode.FIRST_INTERVIEW, new Deadline(day, 3, PeriodUnit.DAY, all, RollOver.NEXT), calendar);
        }
        assertThat(data.query("select next_due_on is not distinct from (select min(due_on) from node where open"
                        + " and due_on < '9999-12-31') from enforcement_case"))
                .containsExactly("t");
    }

    private void fresh(String id, NodeCode code, Deadline deadline, org.zhixing.clock.rules.CourtCalendar calendar) {
        assertThat(leave.due(id, code))
                .as(code + " " + deadline)
                .isEqualTo(deadline.due(calendar).on());
    }

    @Test
    void oneThatBeginsAfterTheDueDateLeavesItLateAndOneEnteredLateMendsIt() {
        String id = fast();
        leave.suspend(id, "STAY", "2022-10-14", "2022-12-01");
        // Due on 13 October, before it began: it stays late, also while the case is suspended.
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.FIRST_INTERVIEW))
                .then()
                .body("state", equalTo("OVERDUE"))
                .body("dueOn", equalTo("2022-10-13"));
        leave.suspend(id, "SERVICE_BY_PUBLICATION", "2022-10-12", "2022-10-14");
        People.as("president")
                .get("/api/v1/nodes/" + leave.node(id, NodeCode.FIRST_INTERVIEW))
                .then()
                .body("state", equalTo("SUSPENDED"))
                .body("dueOn", equalTo("2022-12-02"));
        leave.asking(id, "STAY", "2022-10-09", null)
                .statusCode(400)
                .body("errors.field", contains("from"))
                .body("errors[0].message", containsString("2022-10-10"));
        leave.asking(id, "STAY", "2022-10-20", "2022-10-20").statusCode(400).body("errors.field", contains("resume"));
        leave.asking(id, "STAY", "2022-10-20", "2031-10-20").statusCode(201);
        leave.asking(id, "STAY", "2022-10-20", "2035-10-20").statusCode(400);
        json(leave.handler(id))
                .body("{}")
                .post("/api/v1/cases/" + id + "/suspensions")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason", "from"));
    }

    @Test
    void reasonsConcernTheNodesThePolicySays() {
        String id = fast();
        data.run(
                "insert into node (id, court_id, case_id, case_number, case_team, code, policy_version, responsible,"
                        + " start_on, period, unit, roll_over, due_on, due_soon_on, provisional, stop, clause, opened_on,"
                        + " next_notice_on, days_after_pause) select uuidv7(), court_id, case_id, case_number, case_team, v.code,"
                        + " 1, 'FUNDS_DESK', v.start_on, v.period, v.unit, v.roll, v.due, v.due - 1, false, 'PAID_OUT', '二(二)',"
                        + " opened_on, v.due + 1, v.remain from node n, (values ('DISBURSE', date '2022-10-24', 15, 'WORKDAY',"
                        + " 'NEXT', date '2022-11-14', 10), ('SEIZURE_EXPIRY', date '2022-11-30', -7, 'DAY', 'PREVIOUS',"
                        + " date '2022-11-23', 0)) v (code, start_on, period, unit, roll, due, remain) where n.code = 'CLOSE_FAST'");
        String deferral = leave.suspend(id, "PAYEE_NOT_COLLECTED", "2022-10-26", "2022-11-10");
        assertThat(leave.due(id, NodeCode.DISBURSE)).isEqualTo("2022-11-21");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-21");
        leave.suspend(id, "STAY", "2022-10-20", "2022-11-03");
        assertThat(leave.due(id, NodeCode.DISBURSE)).isEqualTo("2022-11-21");
        assertThat(leave.due(id, NodeCode.SEIZURE_EXPIRY)).isEqualTo("2022-11-23");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-05");
        leave.cancel(deferral).statusCode(200);
        assertThat(leave.due(id, NodeCode.DISBURSE)).isEqualTo("2022-11-14");
        People.as("director")
                .get("/api/v1/cases/" + id + "/suspensions")
                .then()
                .body("find { it.reason == 'PAYEE_NOT_COLLECTED' }.clause", equalTo("法发〔2017〕6号第10条"))
                .body("find { it.reason == 'PAYEE_NOT_COLLECTED' }.nodes.code", contains("DISBURSE"))
                .body("find { it.reason == 'STAY' }.nodes.code", not(hasItem("DISBURSE")));
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondFindsItDecided() {
        String id = fast();
        for (int round = 0; round < 5; round++) {
            String asked = leave.ask(id, "STAY", "2022-10-20", "2022-11-03");
            List<Integer> answers = List.of("director", "president", "director", "president").parallelStream()
                    .map(leader -> CompletableFuture.supplyAsync(() -> json(leader)
                            .post("/api/v1/suspensions/" + asked + "/approval")
                            .statusCode()))
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 409, 409, 409);
        }
        assertThat(data.count("select count(*) from audit where action = 'suspension.approved'"))
                .isEqualTo(5);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-05");
        String refused = leave.ask(id, "STAY", "2022-11-20", null);
        json("president")
                .body(Map.of("reason", "依据不足"))
                .post("/api/v1/suspensions/" + refused + "/refusal")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("decisionReason", equalTo("依据不足"))
                .body("allowed", empty());
        leave.approve(refused)
                .statusCode(409)
                .body("code", equalTo("suspension-decided"))
                .body("clause", equalTo("法发〔2006〕35号第13条"));
        leave.end("director", refused, "2022-12-01").statusCode(409);
    }

    /** Acts on one case from everywhere at once: none fails for want of an order of locks, and the dates are right. */
    @Test
    void actsAtOnceNeitherHangNorLoseAnything() {
        List<String> cases = IntStream.range(0, 6).mapToObj(i -> fast()).toList();
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        String given = People.as("admin").get("/api/v1/calendars/2022").asString();
        for (String id : cases) {
            for (String from : List.of("2022-10-20", "2022-11-25")) {
                String asked = leave.ask(id, "STAY", from, from.substring(0, 8) + "28");
                all.add(CompletableFuture.supplyAsync(
                        () -> leave.approve(asked).extract().statusCode()));
            }
            String version = "\"1\"";
            Map<String, Object> anew = Samples.smallClaim("", "2022-10-11");
            all.add(CompletableFuture.supplyAsync(() -> json("triage")
                    .header("If-Match", version)
                    .body(anew)
                    .put("/api/v1/cases/" + id)
                    .statusCode()));
        }
        all.add(CompletableFuture.supplyAsync(
                () -> json("admin").body(given).put("/api/v1/calendars/2022").statusCode()));
        assertThat(all.stream().map(CompletableFuture::join)).allMatch(status -> status == 200);
        // 40 days from 11 October end on 20 November; 8 and 3 suspended days move them to 1 December.
        assertThat(data.query("select distinct due_on from node where code = 'CLOSE_FAST'"))
                .containsExactly("2022-12-01");
    }

    @Test
    void whatRecountsLaterCarriesThePausesAlongAndWhatIsOpenedLaterGetsThem() {
        String id = leave.file(Docket.fast(LocalDate.of(2022, 10, 24)));
        leave.suspend(id, "SERVICE_BY_PUBLICATION", "2022-10-26", "2022-11-05");
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-13");
        // a corrected filing date
        Map<String, Object> anew = Samples.smallClaim("", "2022-10-25");
        json("triage")
                .header("If-Match", "\"1\"")
                .body(anew)
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-14");
        // a corrected calendar
        String given = People.as("admin").get("/api/v1/calendars/2022").asString();
        json("admin")
                .body(given.replace("\"holidays\":[", "\"holidays\":[{\"date\":\"2022-12-14\",\"name\":\"临时放假\"},"))
                .put("/api/v1/calendars/2022")
                .then()
                .statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-15");
        json("admin").body(given).put("/api/v1/calendars/2022").then().statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-14");
        // other handlers
        json("leader-fast")
                .header("If-Match", "\"2\"")
                .body(Map.of(
                        "judgeId", person("judge-fast-2"), "executorId", person("executor-fast-2"), "reason", "工作调整"))
                .post("/api/v1/cases/" + id + "/handlers")
                .then()
                .statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-12-14");
        // another team: the new node, 60 days from 25 October and 10 suspended, ends on 3 January
        json("triage")
                .header("If-Match", "\"3\"")
                .body(Map.of("team", "ORDINARY", "reason", "争议较大"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_ORDINARY)).isEqualTo("2023-01-03");
        assertThat(data.query("select distinct pauses::text from node where open"))
                .containsExactly("{[2022-10-26,2022-11-05)}");
        assertThat(data.count("select count(*) from node where code = 'CLOSE_FAST' and cancelled_on is not null"))
                .isEqualTo(1);
    }

    @Test
    void closingASuspendedCaseEndsItsClosingNodesInTime() {
        String id = fast();
        String open = leave.suspend(id, "SUSPENSION", "2022-10-20", null);
        String asked = leave.ask(id, "STAY", "2022-10-25", null);
        json(data.query("select username from person p join enforcement_case c on c.judge_id = p.id")
                        .get(0))
                .header("If-Match", "\"1\"")
                .body(Map.of("manner", "TERMINATED", "closedOn", "2022-11-01"))
                .post("/api/v1/cases/" + id + "/closure")
                .then()
                .statusCode(200)
                .body("nodes.find { it.code == 'CLOSE_FAST' }.state", equalTo("DONE"))
                .body("nodes.find { it.code == 'CLOSE_FAST' }.dueOn", nullValue())
                .body("clockWarnings", empty());
        leave.approve(asked).statusCode(422).body("code", equalTo("case-closed"));
        leave.asking(id, "STAY", "2022-10-25", null).statusCode(422).body("code", equalTo("case-closed"));
        // What is still owed can be resumed, and then falls due.
        leave.end(leave.handler(id), open, "2022-10-25").statusCode(200);
        json("president")
                .body(Map.of("reason", "已结案"))
                .post("/api/v1/suspensions/" + asked + "/refusal")
                .then()
                .statusCode(200);
        People.as("president").get("/api/v1/cases/" + id).then().body("nodes.findAll { it.dueOn == null }", empty());
    }

    @Test
    void aNodeDoneLateIsJudgedByTheDaysThatCountedUntilThen() {
        String id = fast();
        String interview = leave.node(id, NodeCode.FIRST_INTERVIEW);
        data.run("update node set done_on = '2022-10-18' where id = '" + interview + "'");
        leave.suspend(id, "STAY", "2022-10-19", "2022-11-10");
        People.as("president").get("/api/v1/nodes/" + interview).then().body("state", equalTo("DONE_LATE"));
        String before = leave.suspend(id, "STAY", "2022-10-12", "2022-10-17");
        People.as("president")
                .get("/api/v1/nodes/" + interview)
                .then()
                .body("state", equalTo("DONE"))
                .body("dueOn", equalTo("2022-10-18"));
        leave.cancel(before).statusCode(200);
        People.as("president").get("/api/v1/nodes/" + interview).then().body("state", equalTo("DONE_LATE"));
    }

    @Test
    void onlyThoseWhoMaySeeAndActDo() {
        String id = fast();
        String asked = leave.ask(id, "STAY", "2022-10-20", null);
        String path = "/api/v1/cases/" + id + "/suspensions";
        json("judge-ordinary-1")
                .body(wish("STAY", "2022-10-20", null))
                .post(path)
                .then()
                .statusCode(404);
        String other = leave.handler(id).equals("executor-fast-1") ? "executor-fast-2" : "executor-fast-1";
        json(other)
                .body(wish("STAY", "2022-10-20", null))
                .post(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-handler"));
        json("wenfeng-president")
                .post("/api/v1/suspensions/" + asked + "/approval")
                .then()
                .statusCode(404);
        json("wenfeng-president").get(path).then().statusCode(404);
        json("wenfeng-president").get("/api/v1/suspensions").then().body("items", empty());
        json("leader-ordinary").get("/api/v1/suspensions").then().body("items", empty());
        json("leader-fast").get("/api/v1/suspensions").then().body("items", hasSize(1));
        json("director")
                .get("/api/v1/suspensions?status=ASKED")
                .then()
                .body("items.allowed", contains(contains("APPROVE", "REFUSE")))
                .body("items[0].nodes.find { it.code == 'CLOSE_FAST' }.after", nullValue());
        json("director").get("/api/v1/suspensions?status=APPROVED").then().body("items", empty());
        leave.approve(asked).statusCode(200);
        leave.end(other, asked, "2022-10-25").statusCode(403);
        leave.end("executor-ordinary-1", asked, "2022-10-25").statusCode(404);
        leave.end(leave.handler(id), asked, "2022-10-20").statusCode(400);
    }

    @Test
    void askingTwiceUnderOneKeyIsAskingOnceAndPagesAreWalked() {
        String id = fast();
        List<String> made = IntStream.range(0, 2)
                .mapToObj(i -> json(leave.handler(id))
                        .header("Idempotency-Key", "k1")
                        .body(wish("STAY", "2022-10-20", null))
                        .post("/api/v1/cases/" + id + "/suspensions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertThat(made.get(0)).isEqualTo(made.get(1));
        leave.ask(id, "STAY", "2022-11-20", null);
        leave.ask(id, "STAY", "2022-11-21", null);
        JsonPath first = json("director").get("/api/v1/suspensions?limit=2").jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        json("director")
                .get("/api/v1/suspensions?limit=2&cursor=" + first.getString("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void decidingTwiceUnderOneKeyIsDecidingOnceAndAnotherDecisionUnderItIsRefused() {
        String id = fast();
        String ended = leave.ask(id, "STAY", "2022-10-20", "2022-10-27");
        String cancelled = leave.suspend(id, "STAY", "2022-10-20", null);
        String refused = leave.ask(id, "STAY", "2022-10-20", null);
        twice("director", ended + "/approval", Map.of());
        decided("director", refused + "/approval", "k-" + ended + "/approval", Map.of())
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        twice(leave.handler(id), ended + "/end", Map.of("resume", "2022-10-25"), Map.of("resume", "2022-10-26"));
        twice("director", cancelled + "/cancellation", Map.of("reason", "登记有误"), Map.of("reason", "另有原因"));
        twice("director", refused + "/refusal", Map.of("reason", "证据不足"), Map.of("reason", "另有原因"));
        assertThat(data.query("select action || ' ' || count(*) from audit where action like 'suspension.%' and action"
                        + " not like '%.looked' group by action order by action"))
                .containsExactly(
                        "suspension.approved 2",
                        "suspension.asked 3",
                        "suspension.cancelled 1",
                        "suspension.ended 1",
                        "suspension.refused 1");
    }

    /** The same decision gets the same answer. */
    private static void twice(String by, String what, Map<String, Object> said) {
        String first =
                decided(by, what, "k-" + what, said).statusCode(200).extract().asString();
        assertThat(decided(by, what, "k-" + what, said)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
        decided(by, what, "k2-" + what, said).statusCode(409);
    }

    private static void twice(String by, String what, Map<String, Object> said, Map<String, Object> otherwise) {
        twice(by, what, said);
        decided(by, what, "k-" + what, otherwise).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    private static ValidatableResponse decided(String by, String what, String key, Map<String, Object> said) {
        return json(by).header("Idempotency-Key", key)
                .body(said)
                .post("/api/v1/suspensions/" + what)
                .then();
    }

    @Test
    void aFinishedOneIsNotProlongedAndTenYearsAreTheMost() {
        String id = fast();
        String granted = leave.suspend(id, "STAY", "2022-10-20", "2022-11-03");
        leave.end(leave.handler(id), granted, "2022-11-04")
                .statusCode(422)
                .body("code", equalTo("suspension-prolonged"))
                .body("detail", containsString("2022-11-03"));
        leave.end(leave.handler(id), granted, "2022-10-27").statusCode(200);
        assertThat(leave.due(id, NodeCode.CLOSE_FAST)).isEqualTo("2022-11-28");
        leave.suspend(id, "STAY", "2023-01-01", "2032-12-31");
        leave.asking(id, "STAY", "2033-01-01", "2034-01-01")
                .statusCode(422)
                .body("code", equalTo("suspension-too-long"));
    }

    @Test
    void boardAndListsCountWhatIsSuspendedAndTheTimelineTellsIt() {
        String id = fast();
        leave.file(Docket.fast(FILED));
        leave.suspend(id, "STAY", "2022-10-12", null);
        for (String who : List.of("president", "leader-fast", leave.handler(id), "executor-affairs-1")) {
            for (String filter : List.of("", "&mine=true", "&code=CLOSE_FAST", "&dueFrom=2022-10-01", "&q=豫0505")) {
                JsonPath list =
                        People.as(who).get("/api/v1/nodes?limit=200" + filter).jsonPath();
                JsonPath counts = People.as(who)
                        .get("/api/v1/nodes/counts?limit=1" + filter)
                        .jsonPath();
                for (String state : List.of("PENDING", "DUE_SOON", "OVERDUE", "SUSPENDED")) {
                    int listed = list.getList("items.findAll { it.state == '" + state + "' }")
                            .size();
                    int counted =
                            counts.<Integer>getList("cells.findAll { it.state == '" + state + "' }.count").stream()
                                    .mapToInt(n -> n)
                                    .sum();
                    assertThat(counted).as(who + filter + " " + state).isEqualTo(listed);
                }
            }
        }
        People.as("president")
                .get("/api/v1/nodes?state=SUSPENDED")
                .then()
                .body("items", hasSize(4))
                .body("items.state", everyItem(equalTo("SUSPENDED")));
        People.as("president")
                .get("/api/v1/nodes?dueFrom=2022-10-01")
                .then()
                .body("items.state", not(hasItem("SUSPENDED")));
        People.as("president")
                .get("/api/v1/cases/" + id + "/timeline")
                .then()
                .body("items.action", hasItem("suspension.approved"))
                .body("items.find { it.action == 'suspension.approved' }.text", containsString("暂缓执行"))
                .body("items.findAll { it.action == 'node.redated' }", hasSize(4))
                .body("items.findAll { it.action == 'node.redated' }.text", everyItem(containsString("待恢复后确定")));
    }

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }
}
