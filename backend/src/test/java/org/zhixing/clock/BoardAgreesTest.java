package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.store.NodeTallies;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** Whatever is done to cases and nodes, and whoever asks for what, the board's numbers are those of its list. */
@QuarkusTest
class BoardAgreesTest extends CourtTest {
    private static final Set<String> OPEN = Set.of("PENDING", "DUE_SOON", "OVERDUE", "SUSPENDED");
    private static final List<String> PEOPLE =
            List.of("president", "leader-fast", "judge-fast-1", "executor-affairs-1", "judge-special-1");

    @Inject
    NodeTallies tallies;

    @Inject
    Database database;

    @Test
    void throughEveryAct() {
        String completed = file("2022-10-10", "5000.00");
        String closed = file("2022-10-11", "6000.00");
        String moved = file("2022-10-12", "7000.00");
        String transferred = file("2022-10-24", "8000.00");
        String corrected = file("2022-10-27", "260000.00");
        agree();

        complete(completed);
        acted(
                "leader-fast",
                closed,
                "handlers",
                Map.of("judgeId", id("judge-fast-2"), "executorId", id("executor-fast-2")));
        agree();
        merge();
        acted("judge-fast-2", closed, "closure", Map.of("manner", "COMPLETED", "closedOn", "2022-11-01"));
        acted("triage", moved, "team", Map.of("team", "SPECIAL"));
        agree();
        transfer(transferred);
        Map<String, Object> anew = Samples.smallClaim("", "2022-10-28");
        as("triage", corrected)
                .body(anew)
                .put("/api/v1/cases/" + corrected)
                .then()
                .statusCode(200);
        agree();
        merge();
        agree();
        assertThat(data.count("select count(*) from node_tally where not merged"))
                .isZero();
        assertThat(data.query("select distinct node_outcome(due_on, done_on, cancelled_on) from node"))
                .contains("OPEN", "DONE", "DONE_LATE", "CANCELLED");
    }

    private void agree() {
        String number =
                data.query("select number from enforcement_case order by id").get(0);
        List<Map<String, String>> filters = List.of(
                Map.of(),
                Map.of("team", "FAST"),
                Map.of("code", "FIRST_INTERVIEW"),
                Map.of("team", "FAST", "code", "CLOSE_FAST"),
                Map.of("person", id("executor-fast-1")),
                Map.of("mine", "true"),
                Map.of("state", "OVERDUE"),
                Map.of("state", "DONE_LATE"),
                Map.of("dueFrom", "2022-10-14", "dueTo", "2022-11-30"),
                Map.of("q", number));
        for (String person : PEOPLE) {
            for (Map<String, String> filter : filters) {
                agree(person, filter);
            }
        }
    }

    private static void agree(String person, Map<String, String> filter) {
        JsonPath list = asked(person, filter, "/api/v1/nodes?limit=200");
        Map<String, Integer> cells = new TreeMap<>();
        Map<String, Integer> loads = new TreeMap<>();
        for (Map<String, Object> node : list.<Map<String, Object>>getList("items")) {
            String state = (String) node.get("state");
            cells.merge(node.get("caseTeam") + " " + node.get("code") + " " + state, 1, Integer::sum);
            if (OPEN.contains(state)) {
                people(node).forEach(each -> loads.merge(each + " " + state, 1, Integer::sum));
            }
        }
        JsonPath counts = asked(person, filter, "/api/v1/nodes/counts");
        assertThat(counted(counts.getList("cells"), cell -> cell.get("team") + " " + cell.get("code")))
                .as(person + " " + filter)
                .isEqualTo(cells);
        assertThat(counted(counts.getList("people"), load -> ((Map<?, ?>) load.get("person")).get("id")))
                .as(person + " " + filter)
                .isEqualTo(loads);
    }

    private static List<Object> people(Map<String, Object> node) {
        Map<?, ?> responsible = (Map<?, ?>) node.get("responsible");
        return ((List<?>) responsible.get("people"))
                .stream().map(person -> (Object) ((Map<?, ?>) person).get("id")).toList();
    }

    private static Map<String, Integer> counted(
            List<Map<String, Object>> cells, Function<Map<String, Object>, Object> by) {
        Map<String, Integer> counted = new TreeMap<>();
        cells.forEach(cell -> counted.put(by.apply(cell) + " " + cell.get("state"), (Integer) cell.get("count")));
        return counted;
    }

    private static JsonPath asked(String person, Map<String, String> filter, String path) {
        return People.as(person)
                .queryParams(filter)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String file(String on, String amount) {
        Map<String, Object> request = Samples.smallClaim(CourtData.number(), on);
        request.put("claimAmount", amount);
        return Samples.file(request);
    }

    private void complete(String id) {
        String node = data.query("select id from node where code = 'FIRST_INTERVIEW' and case_id = '" + id + "'")
                .get(0);
        People.as(handler("executor_id", id))
                .header("If-Match", "\"1\"")
                .multiPart("category", "INTERVIEW_RECORD")
                .multiPart("file", "record.pdf", Papers.pdf(1), "application/pdf")
                .post("/api/v1/nodes/" + node + "/completion")
                .then()
                .statusCode(200);
    }

    private void transfer(String id) {
        String transfer = as(handler("executor_id", id), id)
                .body(Map.of("reason", "查到可拍卖房产"))
                .post("/api/v1/cases/" + id + "/transfers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("president", id)
                .post("/api/v1/transfers/" + transfer + "/approval")
                .then()
                .statusCode(200);
        as("triage", id)
                .post("/api/v1/transfers/" + transfer + "/carrying-out")
                .then()
                .statusCode(200);
    }

    private void acted(String by, String id, String act, Map<String, String> body) {
        Map<String, String> given = new HashMap<>(body);
        given.put("reason", "工作调整");
        as(by, id).body(given).post("/api/v1/cases/" + id + "/" + act).then().statusCode(200);
    }

    private RequestSpecification as(String person, String id) {
        String version = data.query("select version from enforcement_case where id = '" + id + "'")
                .get(0);
        return People.as(person).contentType("application/json").header("If-Match", "\"" + version + "\"");
    }

    private String handler(String column, String id) {
        return data.query("select username from person p join enforcement_case c on c." + column
                        + " = p.id where c.id = '" + id + "'")
                .get(0);
    }

    private String id(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }

    private void merge() {
        database.inTransaction(tallies::merge).await().atMost(Duration.ofSeconds(30));
    }
}
