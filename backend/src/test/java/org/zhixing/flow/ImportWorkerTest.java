package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhixing.cases.Registers.row;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.Imports;
import org.zhixing.cases.Registers;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.platform.ZhixingConfig;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** Workers that stop half way, come twice or fail: each row is still filed exactly once. */
@QuarkusTest
class ImportWorkerTest extends CourtTest {
    private static final int ROWS = 1300;

    @Inject
    ImportWorker worker;

    @Inject
    CheckImport check;

    @Inject
    CommitImport commit;

    @Inject
    Imports imports;

    @Inject
    ZhixingConfig config;

    private String id = "";

    @BeforeEach
    void upload() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            rows.add(row("(2022)豫0505执" + i + "号"));
        }
        Path file = Registers.file(Registers.csv(RegisterColumn.headers(), rows), StandardCharsets.UTF_8);
        id = People.as("triage")
                .multiPart("file", file.toFile())
                .post("/api/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void startCommit() {
        worker.work();
        People.as("triage").post("/api/v1/imports/" + id + "/commit").then().statusCode(202);
    }

    private Imports.Work claim() {
        return imports.claim().await().atMost(Duration.ofSeconds(5)).orElseThrow();
    }

    private void leaseRunsOut() {
        data.run("update register_import set lease_until = now() - interval '1 second'");
    }

    private String status() {
        return data.query("select status from register_import").get(0);
    }

    private void assertFiledOnce() {
        assertThat(status()).isEqualTo("DONE");
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(ROWS);
        assertThat(data.count("select count(*) from audit where action = 'case.filed'"))
                .isEqualTo(ROWS);
        assertThat(data.count("select count(distinct case_id) from import_row where done"))
                .isEqualTo(ROWS);
        assertThat(data.query("select committed, tally::text from register_import"))
                .containsExactly("" + ROWS);
        assertThat(data.count("select count(*) from audit where action = 'import.committed'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from outbox where topic = 'import.done'"))
                .isEqualTo(1);
    }

    @Test
    void goesOnWithTheCheckWhereADeadWorkerStopped() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        check.run(claim(), () -> looks.incrementAndGet() > 1);
        assertThat(data.query("select checked from register_import")).containsExactly("500");
        worker.work();
        assertThat(status()).as("another's lease holds").isEqualTo("CHECKING");
        leaseRunsOut();
        worker.work();
        assertThat(status()).isEqualTo("PREVIEWED");
        assertThat(data.count("select count(distinct number) from import_row where outcome = 'NEW'"))
                .isEqualTo(ROWS);
        assertThat(data.count("select max(row_no) from import_row")).isEqualTo(ROWS);
    }

    @Test
    void goesOnWithTheFilingWhereADeadWorkerStopped() {
        startCommit();
        assertThat(commit.fileBatch(claim())).isTrue();
        assertThat(data.count("select count(*) from enforcement_case")).isEqualTo(500);
        leaseRunsOut();
        worker.work();
        assertFiledOnce();
    }

    @Test
    void letsAWorkerThatLostItsLeaseChangeNothing() {
        startCommit();
        Imports.Work slow = claim();
        leaseRunsOut();
        Imports.Work other = claim();
        worker.run(slow);
        assertThat(data.count("select count(*) from enforcement_case")).isZero();
        worker.run(other);
        assertFiledOnce();
    }

    @Test
    void givesAnImportToOneOfManyWorkers() {
        startCommit();
        List<CompletableFuture<Void>> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            many.add(CompletableFuture.runAsync(
                    () -> imports.claim().await().atMost(Duration.ofSeconds(10)).ifPresent(worker::run)));
        }
        many.forEach(CompletableFuture::join);
        assertFiledOnce();
    }

    @Test
    void givesUpAfterAFewAttemptsWithTheCasesFiledSoFar() {
        startCommit();
        assertThat(commit.fileBatch(claim())).isTrue();
        data.run("alter table ledger_account add constraint broken check (virtual_number = '') not valid");
        try {
            for (int i = 0; i <= config.imports().tries(); i++) {
                leaseRunsOut();
                assertThat(status()).isEqualTo("COMMITTING");
                worker.work();
                assertThat(data.count(
                                "select count(*) from register_import where lease_until > now() + interval '3 s'"))
                        .as("pauses before it tries again")
                        .isEqualTo(i < config.imports().tries() ? 1 : 0);
            }
        } finally {
            data.run("alter table ledger_account drop constraint broken");
        }
        People.as("triage")
                .get("/api/v1/imports/" + id)
                .then()
                .body("status", org.hamcrest.Matchers.equalTo("FAILED"))
                .body("committed", org.hamcrest.Matchers.equalTo(500))
                .body("failure", org.hamcrest.Matchers.startsWith("系统多次尝试后仍未能完成导入"));
        People.as("triage").post("/api/v1/imports/" + id + "/commit").then().statusCode(409);
    }
}
