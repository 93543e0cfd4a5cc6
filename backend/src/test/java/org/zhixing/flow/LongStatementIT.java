package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhixing.cases.Registers;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.LongStatement;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;

/**
 * A statement of fifty thousand lines for a thousand cases: {@code -Dmeasure=true} says how many lines a second are checked
 * and booked. It measures a machine, and so is no part of the build.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class LongStatementIT {
    private static final Logger LOG = Logger.getLogger(LongStatementIT.class);
    private static final int CASES = 1000;
    private static final int LINES = 50_000;
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    @Test
    void isCheckedAndBooked() throws IOException {
        LongStatement statement = LongStatement.of(LINES, CASES);
        try (Deployment deployment = new Deployment("long-statement", Map.of())) {
            CourtData data = deployment.data();
            ApiProcess api = deployment.start().awaitReady();
            String register = Registers.upload(api.url(), Registers.plain(CASES));
            await(data, "register_import", "PREVIEWED");
            Registers.commit(api.url(), register);
            await(data, "register_import", "DONE");
            // The morning after: what the register's nodes had to be told of is told.
            Patience.until(
                    AT_MOST,
                    "the register's notices are out",
                    () -> data.count("select count(*) from node where next_notice_on <= '2022-11-01'") == 0
                            && data.count("select count(*) from outbox where done_at is null") == 0);

            long began = System.nanoTime();
            String id = People.as("funds")
                    .baseUri(api.url())
                    .multiPart("file", statement.file().toFile())
                    .post("/api/v1/statements")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            await(data, "statement_import", "PREVIEWED");
            double checked = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            People.as("funds")
                    .baseUri(api.url())
                    .post("/api/v1/statements/" + id + "/commit")
                    .then()
                    .statusCode(202);
            await(data, "statement_import", "DONE");
            double booked = (System.nanoTime() - began) / 1e9;
            LOG.infof(
                    "%d lines: checked in %.1f s (%.0f/s), booked in %.1f s (%.0f/s), together %.0f/s",
                    LINES, checked, LINES / checked, booked, LINES / booked, LINES / (checked + booked));
            assertThat(data.count("select count(*) from receipt")).isEqualTo(statement.received());
            assertThat(new BigDecimal(data.query("select sum(amount) from ledger_entry where side = 'DEBIT'")
                            .get(0)))
                    .isEqualByComparingTo(statement.in());
            assertThat(data.count("select count(*) from ledger_account_wrong")).isZero();
        }
    }

    private static void await(CourtData data, String table, String status) {
        Patience.until(AT_MOST, table + " at " + status, () -> data.query("select status from " + table)
                .get(0)
                .equals(status));
    }
}
