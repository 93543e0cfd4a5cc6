package org.zhixing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** A simulation knows suspensions, deferrals and extensions as the stored dates do. Today is 2022-11-01. */
@QuarkusTest
class SimulatedLeaveTest extends CourtTest {
    private static final int CASES = 40;
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);

    @Inject
    Docket docket;

    @Inject
    Leave leave;

    @BeforeEach
    @AfterEach
    void asAtFirst() {
        data.forgetPolicies();
    }

    /** Whatever the court's people asked for, approved, ended and took back: trying what is in force moves nothing. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void thePolicyInForceChangesNothing(long seed) {
        Random dice = new Random(seed);
        docket.file(RandomCourt.rows(dice, CASES));
        receiveMoney();
        for (String id : data.query("select id from enforcement_case where executor_id is not null order by id")) {
            live(id, dice);
        }
        assertThat(count("pauses <> '{}'")).isGreaterThan(20);
        assertThat(count("extension > 0")).isPositive();
        assertThat(count("due_on = '9999-12-31'")).isPositive();
        assertThat(count("code = 'DISBURSE' and pauses <> '{}'")).isPositive();
        for (String kind : List.of("nodes", "triage", "calendar")) {
            DraftDesk.save(kind, DraftDesk.document(kind));
            DraftDesk.simulate(kind)
                    .statusCode(200)
                    .body("cases", equalTo(CASES))
                    .body("nodes", equalTo((int) count("true")))
                    .body("resorted.count", equalTo(0))
                    .body("redated.examples", hasSize(0))
                    .body("redated.count", equalTo(0))
                    .body("redated.added", equalTo(0))
                    .body("redated.removed", equalTo(0))
                    .body("overdue.before", equalTo((int) count("due_on < '2022-11-01'")))
                    .body("overdue.after", equalTo((int) count("due_on < '2022-11-01'")));
        }
    }

    private long count(String condition) {
        return data.count("select count(*) from node where open and " + condition);
    }

    /** Money of every other case waits to be paid out, and a measure of it is about to end. */
    private void receiveMoney() {
        data.run("insert into node (id, court_id, case_id, case_number, case_team, code, policy_version, responsible,"
                + " start_on, period, unit, roll_over, due_on, due_soon_on, provisional, stop, clause, opened_on,"
                + " next_notice_on, days_after_pause) select uuidv7(), c.court_id, c.id, c.number, c.team, v.code, 1,"
                + " 'FUNDS_DESK', v.start_on, v.period, v.unit, v.roll, v.due, v.due - 1, false, 'PAID_OUT', '二(二)',"
                + " '2022-11-01', v.due + 1, v.remain from (select *, row_number() over (order by id) % 2 as half from"
                + " enforcement_case) c, (values ('DISBURSE', date '2022-10-24', 15, 'WORKDAY', 'NEXT', date '2022-11-14',"
                + " 10), ('SEIZURE_EXPIRY', date '2022-11-30', -7, 'DAY', 'PREVIOUS', date '2022-11-23', 0))"
                + " v (code, start_on, period, unit, roll, due, remain) where c.half = 0");
    }

    private void live(String caseId, Random dice) {
        LocalDate filedOn =
                LocalDate.parse(data.query("select filed_on from enforcement_case where id = '" + caseId + "'")
                        .get(0));
        if (dice.nextInt(4) == 0) {
            extend(caseId, 1 + dice.nextInt(30));
        }
        while (dice.nextInt(3) != 0) {
            suspend(caseId, RandomLeave.stay(filedOn, dice), dice);
        }
        if (dice.nextInt(6) == 0) {
            move(caseId);
        }
        if (dice.nextInt(4) == 0) {
            extend(caseId, 1 + dice.nextInt(30));
        }
    }

    private void suspend(String caseId, RandomLeave.Stay stay, Random dice) {
        String from = stay.from().toString();
        String id = leave.ask(
                caseId,
                stay.reason().name(),
                from,
                stay.resume() == null ? null : stay.resume().toString());
        int what = dice.nextInt(6);
        if (what > 0) {
            leave.approve(id).statusCode(200);
        }
        if (what == 1) {
            leave.end("director", id, stay.from().plusDays(1).toString()).statusCode(200);
        } else if (what == 2) {
            leave.cancel(id).statusCode(200);
        }
    }

    /** Where it is not too late to ask. */
    private void extend(String caseId, int days) {
        for (String node : data.query("select id from node where open and code like 'CLOSE_%' and case_id = '" + caseId
                + "' and due_on between '2022-11-06' and '9999-12-30'")) {
            String id = Leave.json(leave.handler(caseId))
                    .body(Map.of("days", days, "reason", "案情复杂"))
                    .post("/api/v1/nodes/" + node + "/extensions")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Leave.json("president")
                    .post("/api/v1/extensions/" + id + "/approval")
                    .then()
                    .statusCode(200);
        }
    }

    /** By the triage desk, out of the rules' reach: it is opened other nodes, which stand still like the rest. */
    private void move(String caseId) {
        ExtractableResponse<Response> seen = People.as("triage")
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract();
        Leave.json("triage")
                .header("If-Match", seen.header("ETag"))
                .body(Map.of("team", "ORDINARY".equals(seen.path("team")) ? "FAST" : "ORDINARY", "reason", "案情变化"))
                .post("/api/v1/cases/" + caseId + "/team")
                .then()
                .statusCode(200);
    }

    @Test
    void aSuspendedAndExtendedNodeIsCountedWithWhatItWasGranted() {
        String id = leave.file(Docket.fast(FILED));
        extend(id, 10);
        leave.suspend(id, "STAY", "2022-10-20", "2022-11-03");
        assertThat(data.query("select due_on from node where code = 'CLOSE_FAST'"))
                .containsExactly("2022-12-13");
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35));
        // 35 and 10 days from 10 October, 14 of them not counted, end on 8 December.
        DraftDesk.simulate("nodes")
                .body("redated.count", equalTo(1))
                .body("redated.examples[0].change", equalTo("EARLIER"))
                .body("redated.examples[0].before", equalTo("2022-12-13"))
                .body("redated.examples[0].after", equalTo("2022-12-08"));
    }

    @Test
    void aDraftThatLetsAnotherReasonStopANodeMovesIt() {
        String id = leave.file(Docket.fast(FILED));
        leave.suspend(id, "OTHER_GOOD_REASON", "2022-10-20", null);
        ObjectNode draft = DraftDesk.document("nodes");
        DraftDesk.line(draft, "policies", "code", "CLOSE_FAST")
                .withArray("suspendedBy")
                .add("OTHER_GOOD_REASON");
        DraftDesk.save("nodes", draft);
        DraftDesk.simulate("nodes")
                .body("redated.count", equalTo(1))
                .body("redated.later", equalTo(1))
                .body("redated.examples[0].change", equalTo("LATER"))
                .body("redated.examples[0].before", equalTo("2022-11-21"))
                .body("redated.examples[0].after", nullValue());
    }

    @Test
    void aNodeThatADraftOpensStandsStillWithItsCase() {
        String id = leave.file(Docket.fast(FILED));
        leave.suspend(id, "STAY", "2022-10-20", "2022-11-03");
        ObjectNode draft = DraftDesk.document("triage");
        DraftDesk.line(draft, "rules", "rule", "UP_TO_100000").put("team", "ORDINARY");
        DraftDesk.save("triage", draft);
        // 60 days from 10 October and the 14 that are not counted end on 23 December.
        DraftDesk.simulate("triage")
                .body("redated.examples.find { it.change == 'ADDED' }.code", equalTo("CLOSE_ORDINARY"))
                .body("redated.examples.find { it.change == 'ADDED' }.after", equalTo("2022-12-23"))
                .body("redated.examples.find { it.change == 'REMOVED' }.before", equalTo("2022-12-05"));
    }
}
