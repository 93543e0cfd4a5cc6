package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** A team leader gives many cases to one pair at once. */
@QuarkusTest
class ReassignManyTest extends CourtTest {
    @Inject
    Docket docket;

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }

    private ValidatableResponse reassign(String leader, List<String> cases, String judge, String executor, String key) {
        RequestSpecification request = People.as(leader).contentType("application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(Map.of(
                        "caseIds",
                        cases,
                        "judgeId",
                        person(judge),
                        "executorId",
                        person(executor),
                        "reason",
                        "王某休假，均衡工作量"))
                .post("/api/v1/cases/reassignments")
                .then();
    }

    private List<String> file(int n) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ids.add(docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)))
                    .filed()
                    .id()
                    .toString());
        }
        return ids;
    }

    /** What each person carries, against what the cases say. */
    private void loadsAgree() {
        assertThat(data.query("select username from person p where open_cases <> (select count(*) from enforcement_case"
                        + " c where c.status = 'OPEN' and p.id in (c.judge_id, c.executor_id))"))
                .isEmpty();
    }

    @Test
    void casesNodesAndLoadsMoveAndTheTwoAreToldOnce() {
        List<String> ids = file(5);
        long before = data.count(
                "select count(*) from enforcement_case where executor_id <> '" + person("executor-fast-2") + "'");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            reassign("leader-fast", ids, "judge-fast-2", "executor-fast-2", key)
                    .statusCode(200)
                    .body("refused", equalTo(0))
                    .body("cases.caseId", equalTo(ids));
        }
        assertThat(data.query("select distinct j.username || ' ' || e.username from enforcement_case c"
                        + " join person j on j.id = c.judge_id join person e on e.id = c.executor_id"))
                .containsExactly("judge-fast-2 executor-fast-2");
        assertThat(data.count("select count(*) from node where open and responsible = 'EXECUTOR' and responsible_ids <>"
                        + " array['" + person("executor-fast-2") + "'::uuid]"))
                .isZero();
        assertThat(data.count("select count(*) from node where open and responsible = 'HANDLERS' and not"
                        + " responsible_ids @> array['" + person("judge-fast-2") + "'::uuid]"))
                .isZero();
        loadsAgree();
        assertThat(data.count("select count(*) from audit where action = 'case.reassigned'"
                        + " and detail #>> '{changes,executor,new}' = '钱某某'"
                        + " and detail #>> '{changes,executor,old}' is distinct from '钱某某'"))
                .isEqualTo(before);
        assertThat(data.count("select count(*) from outbox where topic = 'cases.reassigned'"))
                .isEqualTo(2);
        assertThat(data.count("select count(*) from outbox where topic = 'case.assigned'"))
                .isZero();
        reassign("leader-fast", ids, "judge-fast-2", "executor-fast-2", null)
                .body("same", equalTo(5))
                .body("done", equalTo(0));
        assertThat(data.count("select count(*) from outbox where topic = 'cases.reassigned'"))
                .isEqualTo(2);
        People.as("judge-fast-2")
                .get("/api/v1/cases/" + ids.get(0) + "/timeline")
                .then()
                .body("items[0].text", containsString("王某休假"));
    }

    @Test
    void eachRefusedCaseSaysWhyAndTheOthersGoThrough() {
        List<String> ids = file(3);
        String closed = ids.get(1);
        data.run("update enforcement_case set status = 'CLOSED', closed_on = '2022-10-31' where id = '" + closed + "'");
        data.run(
                "update person set open_cases = open_cases - 1 where id in (select unnest(array[judge_id, executor_id])"
                        + " from enforcement_case where id = '" + closed + "')");
        String theirs = docket.fileOne(Docket.ordinary(LocalDate.of(2022, 10, 10)))
                .filed()
                .id()
                .toString();
        String nowhere = UUID.randomUUID().toString();
        List<String> asked = new ArrayList<>(ids);
        asked.add(theirs);
        asked.add(nowhere);
        Collections.reverse(asked);
        reassign("leader-fast", asked, "judge-fast-2", "executor-fast-2", null)
                .statusCode(200)
                .body("refused", equalTo(3))
                .body("cases.caseId", equalTo(asked))
                .body("cases.find { it.caseId == '" + closed + "' }.code", equalTo("case-closed"))
                .body("cases.find { it.caseId == '" + closed + "' }.clause", equalTo("一(五)"))
                .body("cases.find { it.caseId == '" + closed + "' }.number", notNullValue())
                .body("cases.find { it.caseId == '" + theirs + "' }.code", equalTo("not-found"))
                .body("cases.find { it.caseId == '" + theirs + "' }.number", nullValue())
                .body("cases.find { it.caseId == '" + nowhere + "' }.reason", notNullValue());
        loadsAgree();
        assertThat(data.count("select count(*) from enforcement_case where judge_id = '" + person("judge-fast-2")
                        + "' and executor_id = '" + person("executor-fast-2") + "' and status = 'OPEN'"))
                .isEqualTo(2);
    }

    @Test
    void thePairIsAlwaysAJudgeAndAnExecutorOfTheTeam() {
        List<String> ids = file(1);
        reassign("leader-fast", ids, "judge-ordinary-1", "executor-fast-2", null)
                .statusCode(400)
                .body("errors.field", contains("judgeId"));
        reassign("leader-fast", ids, "judge-fast-2", "judge-fast-2", null)
                .statusCode(400)
                .body("errors.field", contains("executorId"));
        reassign("leader-fast", List.of(), "judge-fast-2", "executor-fast-2", null)
                .statusCode(400);
        reassign("leader-fast", Collections.nCopies(201, ids.get(0)), "judge-fast-2", "executor-fast-2", null)
                .statusCode(400);
        reassign("judge-fast-1", ids, "judge-fast-2", "executor-fast-2", null).statusCode(403);
    }

    @Test
    void twoHundredAtOnce() {
        List<String> ids = file(200);
        long began = System.nanoTime();
        reassign("leader-fast", ids, "judge-fast-2", "executor-fast-1", null)
                .statusCode(200)
                .body("refused", equalTo(0));
        System.out.println("200 cases reassigned in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        loadsAgree();
    }
}
