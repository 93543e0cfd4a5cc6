package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhixing.cases.Registers;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.Barrier;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;
import org.zhixing.testing.Trail;

/**
 * The API is killed while it checks a register and twice while it files it: started again, it finishes. {@link
 * KilledStatementIT} kills the same loop over its leases in every build; this one is asked for by {@code
 * -Dkilled.import=true} after a change of the register's import.
 */
@EnabledIfSystemProperty(named = "killed.import", matches = "true")
class KilledImportIT {
    private static final int ROWS = 2000;
    private static final int BATCH = 100;
    private static final Duration FINISHED_AT_MOST = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static CourtData data;

    @BeforeAll
    static void deploy() {
        deployment = new Deployment(
                "import",
                Map.of(
                        "ZHIXING_IMPORT_BATCH",
                        Integer.toString(BATCH),
                        // The dead instance's lease: the next one waits for its end.
                        "ZHIXING_IMPORT_LEASE",
                        "2S",
                        "ZHIXING_OUTBOX_EVERY",
                        "1s"));
        data = deployment.data();
    }

    @AfterAll
    static void end() {
        deployment.close();
    }

    @Test
    void filesEveryCaseOfTheRegisterExactlyOnce() throws IOException {
        ApiProcess api = deployment.start().awaitReady();
        String id;
        try (Barrier amongTheRows = deployment.barrier("import_row", "new.row_no = 1050")) {
            id = upload(api);
            amongTheRows.awaitReached(1);
            assertThat(run()).isEqualTo("CHECKING 1000 0");
            api.kill();
        }
        api = deployment.start().awaitReady();
        awaitRun("PREVIEWED 2000 0");
        assertThat(data.count("select count(distinct number) from import_row where outcome = 'NEW'"))
                .isEqualTo(ROWS);

        try (Barrier amongTheAuditRows = deployment.barrier("audit", "new.action = 'case.filed' and new.seq = 650")) {
            commit(api, id);
            amongTheAuditRows.awaitReached(1);
            assertHalfFiled(600);
            api.kill();
        }
        try (Barrier beforeTheCommit = deployment.barrier("register_import", "new.committed = 1400")) {
            api = deployment.start().awaitReady();
            beforeTheCommit.awaitReached(1);
            assertHalfFiled(1300);
            api.kill();
        }
        api = deployment.start().awaitReady();
        awaitRun("DONE 2000 2000");
        assertCountsRight(api, id);
        assertFiledOnce();
        assertWholeCases(api);
        assertTrailWhole();
        assertToldOnce();
    }

    private static String upload(ApiProcess api) throws IOException {
        return Registers.upload(api.url(), Registers.plain(ROWS));
    }

    private static void commit(ApiProcess api, String id) {
        Registers.commit(api.url(), id);
    }

    private static String run() {
        return data.query("select status || ' ' || checked || ' ' || committed from register_import")
                .get(0);
    }

    private static void awaitRun(String expected) {
        Patience.until(FINISHED_AT_MOST, "the import at " + expected, () -> run().equals(expected));
    }

    private static void assertHalfFiled(int cases) {
        assertThat(run()).isEqualTo("COMMITTING 2000 " + cases);
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(cases);
    }

    private static void assertCountsRight(ApiProcess api, String id) {
        Map<String, Object> run = People.as("triage")
                .baseUri(api.url())
                .get("/api/v1/imports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("");
        assertThat(run)
                .containsEntry("status", "DONE")
                .containsEntry("total", ROWS)
                .containsEntry("checked", ROWS)
                .containsEntry("committed", ROWS)
                .containsEntry("counts", Map.of("NEW", ROWS, "SAME", 0, "CONFLICT", 0, "BAD", 0))
                .containsEntry("teams", List.of(Map.of("team", "FAST", "count", ROWS)));
    }

    private static void assertFiledOnce() {
        assertThat(data.query("select serial from enforcement_case order by serial"))
                .isEqualTo(data.query("select generate_series(1, " + ROWS + ")"));
        assertThat(data.count("select count(*) from import_row r join enforcement_case c on c.id = r.case_id"
                        + " and c.number = r.number where r.done"))
                .as("rows that name their case")
                .isEqualTo(ROWS);
        assertThat(data.count("select count(*) from ledger_account where kind = 'CASE'"))
                .isEqualTo(ROWS);
        assertThat(data.count("select count(*) from triage_decision")).isEqualTo(ROWS);
        assertThat(data.count("select count(*) from party")).isEqualTo(2L * ROWS);
        assertThat(data.count("select sum(open_cases) from person"))
                .as("the load of judges and executors")
                .isEqualTo(2L * ROWS);
        assertThat(data.count("select count(distinct case_id) from audit where action = 'case.filed'"))
                .isEqualTo(ROWS);
        assertThat(data.count("select count(*) from audit where action = 'case.filed'"))
                .isEqualTo(ROWS);
    }

    /** Every case has the nodes, to the day, that one gets which nothing disturbed. */
    private static void assertWholeCases(ApiProcess api) {
        Map<String, Object> undisturbed = Samples.smallClaim("(2022)豫0505执9999号", "2022-03-01");
        People.as("triage")
                .baseUri(api.url())
                .contentType("application/json")
                .body(undisturbed)
                .post("/api/v1/cases")
                .then()
                .statusCode(201);
        List<String> plans = data.query("select string_agg(distinct n.plan, ' | ') || ' for ' || count(*) from"
                + " (select c.id, coalesce(string_agg(code || ' ' || start_on || ' ' || due_on, ', ' order by code), '')"
                + " as plan from enforcement_case c left join node n on n.case_id = c.id group by c.id) n"
                + " group by n.plan");
        assertThat(plans).singleElement().asString().contains("FIRST_INTERVIEW").endsWith(" for " + (ROWS + 1));
    }

    private static void assertTrailWhole() {
        Trail.assertWhole(data);
        assertThat(data.count("select count(*) from audit where action = 'import.committed'"))
                .isEqualTo(1);
    }

    private static void assertToldOnce() {
        Patience.until(
                FINISHED_AT_MOST,
                "an empty outbox",
                () -> data.count("select count(*) from outbox where done_at is null") == 0);
        assertThat(data.count("select count(*) from inbox where kind = 'import.done'"))
                .isEqualTo(1);
        assertThat(data.count("select sum((params ->> 'count')::int) from inbox where kind = 'cases.assigned'"))
                .isEqualTo(2L * ROWS);
    }
}
