package org.zhixing.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** What somebody does to sealed rows with a superuser's rights is found, and named. */
@QuarkusTest
class VerificationTest extends CourtTest {
    private static final String CASE = "00000000-0000-7000-8000-000000000001";

    @Inject
    Sealing sealing;

    /** Rows 1 to 3 in the first block, 4 to 6 in the second. */
    @BeforeEach
    void twoBlocks() {
        write(3);
        write(3);
    }

    @Test
    void anUntouchedTrailHolds() {
        verify().body("findings", empty())
                .body("blocks", equalTo(2))
                .body("rows", equalTo(6))
                .body("unsigned", equalTo(0))
                .body("next", nullValue());
    }

    @Test
    void rowsThatWaitToBeSealedAreNoFinding() {
        data.run(rows(2, "now()"));
        verify().body("findings", empty());
    }

    @Test
    void aChangedRowIsNamedAsItWasSealed() {
        behindItsBack("audit", "update audit set actor_name = '李某某' where seq = 2");
        verify().body("findings.kind", contains("ROW_CHANGED"))
                .body("findings.seq", contains(2))
                .body("findings.block", contains(1))
                .body("findings.actor", contains("王某"))
                .body("findings.caseId", contains(CASE));
    }

    @Test
    void aRemovedRowIsNamedAsItWasSealed() {
        behindItsBack("audit", "delete from audit where seq = 5");
        verify().body("findings.kind", contains("ROW_REMOVED"))
                .body("findings.seq", contains(5))
                .body("findings.block", contains(2))
                .body("findings.actor", contains("王某"))
                .body("findings.action", contains("case.edited"));
    }

    @Test
    void aRowInsertedPastTheApplicationIsNamed() {
        behindItsBack("audit", rows(1, "now()"));
        verify().body("findings.kind", contains("ROW_INSERTED"))
                .body("findings.seq", contains(7))
                .body("findings.caseId", contains(CASE));
    }

    @Test
    void aRowOfThePastThatIsSealedNowIsNamed() {
        data.run(rows(1, "now() - interval '1 day'"));
        seal();
        verify().body("findings.kind", contains("ROW_BACKDATED")).body("findings.seq", contains(7));
    }

    @Test
    void aChangedBlockIsFoundEvenWhereItsHashesAreMadeAnew() {
        behindItsBack(
                "audit_seal",
                "update audit_seal set leaves = replace(leaves, '王某', '李某某') where number = 1;"
                        + " update audit_seal set digest = encode(sha256(convert_to(leaves, 'UTF8')), 'hex') where number = 1");
        verify().body("findings.kind", contains("SEAL_CHANGED")).body("findings.block", contains(1));
    }

    @Test
    void aRemovedBlockIsFoundAndItsRowsAreNoLongerCovered() {
        behindItsBack("audit_seal", "delete from audit_seal where number = 1");
        verify().body("findings.kind", hasItem("SEAL_REMOVED"))
                .body("findings.findAll { it.kind == 'ROW_INSERTED' }.seq", containsInAnyOrder(1, 2, 3));
    }

    @Test
    void theLastBlockIsMissedToo() {
        behindItsBack("audit_seal", "delete from audit_seal where number = 2");
        verify().body("next", equalTo(2)).body("findings", empty());
        People.as("auditor")
                .get("/api/v1/audit/verification?block=2")
                .then()
                .statusCode(200)
                .body("findings.kind", hasItem("SEAL_REMOVED"))
                .body("findings.find { it.kind == 'SEAL_REMOVED' }.block", equalTo(2))
                .body("next", nullValue());
    }

    @Test
    void theAuditorSearchesByKindAndCase() {
        People.as("auditor")
                .get("/api/v1/audit?action=case&caseId=" + CASE + "&limit=4")
                .then()
                .statusCode(200)
                .body("items.seq", contains(6, 5, 4, 3));
        People.as("auditor").get("/api/v1/audit?action=payment").then().body("items", empty());
        People.as("auditor").get("/api/v1/audit?to=2020-01-01").then().body("items", empty());
        People.as("auditor")
                .get("/api/v1/audit/export?action=case.edited")
                .then()
                .statusCode(200);
    }

    /** Days are the court's: the last second of one is in it, though it is the day before by UTC that has it begin. */
    @Test
    void theAuditorSearchesByPersonAndByTime() {
        String judge = person("judge-fast-1");
        String executor = person("executor-fast-1");
        data.run(by(judge, "2022-10-31 23:59:59+08")
                + ", " + who(judge, "2022-11-01 00:00:00+08")
                + ", " + who(executor, "2022-11-01 12:00:00+08")
                + ", " + who(judge, "2022-11-02 23:59:59+08")
                + ", " + who(judge, "2022-11-03 00:00:00+08"));
        found("actorId=" + judge, 11, 10, 8, 7);
        found("actorId=" + executor, 9);
        found("actorId=" + judge + "&from=2022-11-01&to=2022-11-02", 10, 8);
        found("from=2022-11-01&to=2022-11-01", 9, 8);
        found("to=2022-10-31", 7);
        found("actorId=" + judge + "&from=2022-11-03&to=2022-11-03&action=case&caseId=" + CASE, 11);
        found("actorId=" + person("director"));
    }

    private static void found(String query, Integer... rows) {
        People.as("auditor")
                .get("/api/v1/audit?" + query)
                .then()
                .statusCode(200)
                .body("items.seq", rows.length == 0 ? empty() : contains(rows));
    }

    private String person(String username) {
        return data.query("select id from person where username = '" + username + "'")
                .get(0);
    }

    private static String by(String person, String at) {
        return "insert into audit (court_id, at, actor_id, actor_name, action, case_id, detail) values "
                + who(person, at);
    }

    private static String who(String person, String at) {
        return "(1, '" + at + "', '" + person + "', '王某', 'case.edited', '" + CASE + "', '{}')";
    }

    private void write(int n) {
        data.run(rows(n, "now()"));
        seal();
    }

    private void seal() {
        sealing.seal().await().atMost(Duration.ofSeconds(30));
    }

    private static String rows(int n, String at) {
        return "insert into audit (court_id, at, actor_name, action, case_id, detail) select 1, " + at
                + ", '王某', 'case.edited', '" + CASE + "', '{}' from generate_series(1, " + n + ")";
    }

    private void behindItsBack(String table, String sql) {
        data.run("alter table " + table + " disable trigger user; " + sql + "; alter table " + table
                + " enable trigger user");
    }

    private static ValidatableResponse verify() {
        return People.as("auditor").get("/api/v1/audit/verification").then().statusCode(200);
    }
}
