package org.zhixing.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.audit.Sealing;
import org.zhixing.audit.rules.SealKeys;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** The command that proves the trail without the application, beside what was kept elsewhere. */
@QuarkusTest
class VerifyTrailTest extends CourtTest {
    private static final String ROW =
            "insert into audit (court_id, at, actor_name, action, detail) values (1, now(), '王某',"
                    + " 'case.edited', '{}'::json);";

    @Inject
    Sealing sealing;

    @Inject
    @DataSource("owner")
    javax.sql.DataSource source;

    @ConfigProperty(name = "zhixing.audit.key-file")
    Path keyFile;

    @TempDir
    Path folder;

    @BeforeEach
    void twoBlocks() {
        for (int block = 0; block < 2; block++) {
            data.run(ROW.repeat(3));
            sealing.seal().await().atMost(Duration.ofSeconds(20));
        }
    }

    @Test
    void anUntouchedTrailHoldsBesideItsKeptRoots() throws Exception {
        assertThat(verified(roots()))
                .contains("2 blocks, 6 rows, 2 kept elsewhere")
                .contains("Everything holds.");
    }

    @Test
    void rowsThatASuperuserChangedRemovedOrInsertedAreNamed() throws Exception {
        behindItsBack(
                "audit", "update audit set actor_name = '李某某' where seq = 2; delete from audit where seq = 5; " + ROW);
        assertThat(verified())
                .contains("ROW_CHANGED block=1 row=2")
                .contains("ROW_REMOVED block=2 row=5")
                .contains("ROW_INSERTED row=7")
                .contains("by=王某")
                .contains("3 findings.");
    }

    @Test
    void anEndThatWasCutOffIsMissedBesideItsKeptRootsOnly() throws Exception {
        Path roots = roots();
        behindItsBack("audit", "delete from audit where seq > 3");
        behindItsBack(
                "audit_seal",
                "delete from audit_seal where number = 2; update audit_seal_head h set number = 1, reach = 3, hash = s.hash"
                        + " from audit_seal s where s.number = 1 and s.court_id = h.court_id");
        assertThat(verified()).contains("Everything holds.");
        assertThat(verified(roots)).contains("SEAL_REMOVED block=2");
    }

    @Test
    void aForgedRootIsNotBelieved() throws Exception {
        Path roots = roots();
        Files.writeString(roots, Files.readString(roots).replace("\"text\":\"zhixing", "\"text\":\"Zhixing"));
        assertThat(verified(roots)).contains("block 1 is not signed by any of these keys");
    }

    @Test
    void othersThanTheAuditorAndLeadersGetNoRoots() {
        People.as("judge-fast-1").get("/api/v1/audit/roots").then().statusCode(403);
        People.as("wenfeng-president")
                .get("/api/v1/audit/roots")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .forEach(line -> assertThat(line).doesNotContain("\"number\""));
    }

    private Path roots() throws IOException {
        Path file = folder.resolve("roots.ndjson");
        return Files.writeString(
                file,
                People.as("auditor")
                        .get("/api/v1/audit/roots")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private String verified(Path... roots) throws IOException, SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Connection connection = source.getConnection()) {
            new VerifyTrail(
                            SealKeys.checking(Files.readString(keyFile)),
                            new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run(connection, List.of(roots));
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private void behindItsBack(String table, String sql) {
        data.run("alter table " + table + " disable trigger user; " + sql + "; alter table " + table
                + " enable trigger user");
    }
}
