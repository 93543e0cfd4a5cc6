package org.zhixing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** A simulation says what filing the same cases under the draft gives. Today is 2022-11-01. */
@QuarkusTest
class SimulationTest extends CourtTest {
    private static final int CASES = 120;

    @Inject
    Docket docket;

    @Inject
    RandomLeave leaves;

    @BeforeEach
    @AfterEach
    void asAtFirst() {
        data.forgetPolicies();
    }

    @Test
    void fortyDaysBecomeThirtyFive() {
        // Filed on 2022-09-23: 40 days end on 2 November, 35 on 28 October, which is past.
        docket.file(Docket.fast(LocalDate.of(2022, 9, 23)), Docket.ordinary(LocalDate.of(2022, 9, 23)));
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35));
        DraftDesk.simulate("nodes")
                .statusCode(200)
                .body("cases", equalTo(2))
                .body("nodes", equalTo(8))
                .body("resorted.count", equalTo(0))
                .body("redated.count", equalTo(1))
                .body("redated.earlier", equalTo(1))
                .body("redated.later", equalTo(0))
                .body("redated.examples", hasSize(1))
                .body("redated.examples[0].code", equalTo("CLOSE_FAST"))
                .body("redated.examples[0].before", equalTo("2022-11-02"))
                .body("redated.examples[0].after", equalTo("2022-10-28"))
                .body("overdue.before", equalTo(4))
                .body("overdue.after", equalTo(5))
                .body("byNode.find { it.code == 'CLOSE_FAST' }.overdueAfter", equalTo(1));
        People.as("director")
                .post(DraftDesk.path("nodes") + "/simulation")
                .then()
                .statusCode(200);
        assertThat(data.query("select due_on from node where code = 'CLOSE_FAST'"))
                .containsExactly("2022-11-02");
    }

    @Test
    void whatAPersonMovedNoRuleMoves() {
        docket.file(Docket.fast(LocalDate.of(2022, 10, 10)), Docket.fast(LocalDate.of(2022, 10, 10)));
        String id = data.query("select id from enforcement_case order by id limit 1")
                .get(0);
        People.as("triage")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of("team", "SPECIAL", "reason", "涉嫌拒执"))
                .post("/api/v1/cases/" + id + "/team")
                .then()
                .statusCode(200);
        ObjectNode draft = DraftDesk.document("triage");
        DraftDesk.line(draft, "rules", "rule", "UP_TO_100000").put("team", "ORDINARY");
        DraftDesk.save("triage", draft);
        DraftDesk.simulate("triage")
                .statusCode(200)
                .body("cases", equalTo(2))
                .body("byHand", equalTo(1))
                .body("resorted.count", equalTo(1))
                .body("resorted.moves.from", contains("FAST"))
                .body("resorted.moves.to", contains("ORDINARY"))
                .body("redated.added", equalTo(1))
                .body("redated.removed", equalTo(1));
    }

    @Test
    void whatIsDoneOrClosedDoesNotCount() {
        docket.file(Docket.fast(LocalDate.of(2022, 9, 23)), Docket.fast(LocalDate.of(2022, 9, 23)));
        data.run("update node set done_on = due_on where code <> 'CLOSE_FAST'; update enforcement_case set status ="
                + " 'CLOSED' where id = (select id from enforcement_case order by id limit 1)");
        DraftDesk.save("nodes", DraftDesk.period("FIRST_INTERVIEW", 1));
        DraftDesk.simulate("nodes")
                .body("cases", equalTo(1))
                .body("nodes", equalTo(1))
                .body("redated.count", equalTo(0))
                .body("redated.added", equalTo(0))
                .body("redated.examples", empty());
    }

    @Test
    void anEmptyCourtIsSoonLookedThrough() {
        DraftDesk.save("nodes", DraftDesk.period("CLOSE_FAST", 35));
        DraftDesk.simulate("nodes").statusCode(200).body("cases", equalTo(0)).body("byNode", empty());
    }

    @Test
    void aCalendarMovesWhatPublishingItMoves() {
        docket.file(
                Docket.fast(LocalDate.of(2022, 11, 1)),
                Docket.fast(LocalDate.of(2022, 11, 2)),
                Docket.ordinary(LocalDate.of(2022, 10, 10)));
        ObjectNode year = DraftDesk.document("calendar");
        assertThat(year.get("year").asInt()).isEqualTo(2022);
        year.withArray("holidays").addObject().put("date", "2022-11-04").put("name", "临时放假");
        try {
            DraftDesk.save("calendar", year);
            DraftDesk.admin()
                    .get(DraftDesk.path("calendar"))
                    .then()
                    .body("changes.path", contains("holidays[2022-11-04].date", "holidays[2022-11-04].name"));
            int moved = DraftDesk.simulate("calendar").statusCode(200).extract().path("redated.count");
            assertThat(moved).isEqualTo(1);
            DraftDesk.publish("calendar", null, null)
                    .statusCode(200)
                    .body("moved", equalTo(moved))
                    .body("effectiveFrom", equalTo("2022-01-01"));
            People.as("president")
                    .get("/api/v1/policy-versions/calendar")
                    .then()
                    .body("version", contains(1))
                    .body("reason", contains("缩短期限"));
        } finally {
            data.run("update court_calendar c set document = o.document from court_calendar o"
                    + " where o.year = c.year and o.court_id = 2 and c.court_id = 1");
        }
    }

    @ParameterizedTest
    @CsvSource({"nodes, 1", "nodes, 2", "nodes, 3", "triage, 4", "triage, 5", "triage, 6"})
    void itAgreesWithFilingTheSameCasesUnderTheDraft(String kind, long seed) {
        Random dice = new Random(seed);
        RegisterRow[] rows = RandomCourt.rows(dice, CASES);
        docket.file(rows);
        Map<String, RandomLeave.Given> leave = leaves.give(RandomLeave.forEach(rows, dice));
        Map<String, String> teams = teams();
        Map<String, LocalDate> dues = dues();
        DraftDesk.save(kind, kind.equals("nodes") ? RandomCourt.nodeDraft(dice) : RandomCourt.triageDraft(dice));
        JsonNode said = DraftDesk.tree(DraftDesk.simulate(kind).statusCode(200).extract());

        data.wipe();
        String table = kind.equals("nodes") ? "node_policy" : "triage_policy";
        data.run("insert into " + table + " (court_id, version, effective_from, document) select court_id, 2,"
                + " '2022-01-01', document from policy_draft");
        docket.file(rows);
        leaves.give(leave);

        assertThat(data.count("select count(*) from node where pauses <> '{}'")).isPositive();
        assertThat(data.count("select count(*) from node where extension > 0")).isPositive();
        assertThat(said.at("/cases").asLong()).isEqualTo(CASES);
        assertThat(moves(said)).isEqualTo(moves(teams, teams()));
        assertThat(numbers(said)).isEqualTo(numbers(dues, dues()));
    }

    private static Map<String, Integer> moves(JsonNode said) {
        Map<String, Integer> moves = new TreeMap<>();
        said.at("/resorted/moves")
                .forEach(move -> moves.put(
                        move.get("from").asText() + " " + move.get("to").asText(),
                        move.get("count").asInt()));
        return moves;
    }

    private static Map<String, Integer> moves(Map<String, String> before, Map<String, String> after) {
        Map<String, Integer> moves = new TreeMap<>();
        before.forEach((number, team) -> {
            if (!team.equals(after.get(number))) {
                moves.merge(team + " " + after.get(number), 1, Integer::sum);
            }
        });
        return moves;
    }

    private static Map<String, Long> numbers(JsonNode said) {
        Map<String, Long> numbers = new TreeMap<>();
        for (String name : List.of("earlier", "later", "added", "removed")) {
            numbers.put(name, said.at("/redated/" + name).asLong());
        }
        numbers.put("overdue before", said.at("/overdue/before").asLong());
        numbers.put("overdue after", said.at("/overdue/after").asLong());
        return numbers;
    }

    private static Map<String, Long> numbers(Map<String, LocalDate> before, Map<String, LocalDate> after) {
        LocalDate today = LocalDate.of(2022, 11, 1);
        Map<String, Long> numbers = new TreeMap<>();
        numbers.put("earlier", both(before, after, -1));
        numbers.put("later", both(before, after, 1));
        numbers.put(
                "added",
                after.keySet().stream().filter(key -> !before.containsKey(key)).count());
        numbers.put(
                "removed",
                before.keySet().stream().filter(key -> !after.containsKey(key)).count());
        numbers.put(
                "overdue before",
                before.values().stream().filter(due -> due.isBefore(today)).count());
        numbers.put(
                "overdue after",
                after.values().stream().filter(due -> due.isBefore(today)).count());
        return numbers;
    }

    private static long both(Map<String, LocalDate> before, Map<String, LocalDate> after, int way) {
        return before.entrySet().stream()
                .filter(each -> after.containsKey(each.getKey())
                        && Integer.signum(after.get(each.getKey()).compareTo(each.getValue())) == way)
                .count();
    }

    private Map<String, String> teams() {
        Map<String, String> teams = new HashMap<>();
        data.query("select number || ' ' || coalesce(team, 'null') from enforcement_case")
                .forEach(row -> teams.put(row.split(" ")[0], row.split(" ")[1]));
        return teams;
    }

    private Map<String, LocalDate> dues() {
        Map<String, LocalDate> dues = new HashMap<>();
        data.query("select case_number || code || ' ' || due_on from node")
                .forEach(row -> dues.put(row.split(" ")[0], LocalDate.parse(row.split(" ")[1])));
        return dues;
    }
}
