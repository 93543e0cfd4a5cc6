package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.Registers;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.Barrier;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.LongStatement;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.Trail;

/**
 * The API is killed while it checks a statement, twice while it books it and while it says that it is done: started again, it
 * finishes, to the fen.
 */
class KilledStatementIT {
    private static final int CASES = 200;
    private static final int LINES = 2000;
    private static final Duration FINISHED_AT_MOST = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static CourtData data;

    @BeforeAll
    static void deploy() {
        deployment = new Deployment(
                "statement",
                Map.of("ZHIXING_IMPORT_BATCH", "100", "ZHIXING_IMPORT_LEASE", "2S", "ZHIXING_OUTBOX_EVERY", "1s"));
        data = deployment.data();
    }

    @AfterAll
    static void end() {
        deployment.close();
    }

    @Test
    void booksEveryLineOfTheStatementExactlyOnce() throws IOException {
        LongStatement statement = LongStatement.of(LINES, CASES);
        ApiProcess api = deployment.start().awaitReady();
        fileCases(api);
        String id;
        try (Barrier amongTheRows = deployment.barrier("statement_import_row", "new.row_no = 1050")) {
            id = upload(api, statement);
            amongTheRows.awaitReached(1);
            assertThat(run()).isEqualTo("CHECKING 1000 0");
            api.kill();
        }
        api = deployment.start().awaitReady();
        awaitRun("PREVIEWED 2000 0");

        // Counted from here on: how many rows the trail has by now is no matter of this test.
        long written = data.count("select coalesce(max(seq), 0) from audit");
        try (Barrier amongTheReceipts =
                deployment.barrier("audit", "new.action = 'receipt.booked' and new.seq >= " + (written + 1_000))) {
            commit(api, id);
            amongTheReceipts.awaitReached(1);
            int booked = Integer.parseInt(run().substring("COMMITTING 2000 ".length()));
            assertThat(booked).isBetween(100, 1300);
            assertHalfBooked(booked);
            api.kill();
        }
        try (Barrier beforeTheCommit = deployment.barrier("statement_import", "new.committed = 1400")) {
            api = deployment.start().awaitReady();
            beforeTheCommit.awaitReached(1);
            assertHalfBooked(1300);
            api.kill();
        }
        try (Barrier beforeItIsDone = deployment.barrier("audit", "new.action = 'statement.committed'")) {
            api = deployment.start().awaitReady();
            beforeItIsDone.awaitReached(1);
            assertHalfBooked(LINES);
            assertThat(data.count("select count(*) from outbox where topic in ('statement.done', 'suspense.new')"))
                    .as("told of a statement that is not done")
                    .isZero();
            api.kill();
        }
        api = deployment.start().awaitReady();
        awaitRun("DONE 2000 2000");
        assertBookedOnce(statement);
        Trail.assertWhole(data);
        assertToldOnce(statement);
        commit(api, upload(api, statement), "DONE 2000 0");
        assertBookedOnce(statement);
    }

    private static void fileCases(ApiProcess api) throws IOException {
        String register = Registers.upload(api.url(), Registers.plain(CASES));
        awaitRegister("PREVIEWED");
        Registers.commit(api.url(), register);
        awaitRegister("DONE");
    }

    private static void awaitRegister(String status) {
        Patience.until(
                FINISHED_AT_MOST,
                "the register at " + status,
                () -> data.query("select status from register_import").get(0).equals(status));
    }

    private static String upload(ApiProcess api, LongStatement statement) {
        return People.as("funds")
                .baseUri(api.url())
                .multiPart("file", statement.file().toFile())
                .post("/api/v1/statements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void commit(ApiProcess api, String id) {
        People.as("funds")
                .baseUri(api.url())
                .post("/api/v1/statements/" + id + "/commit")
                .then()
                .statusCode(202);
    }

    private static void commit(ApiProcess api, String id, String expected) {
        awaitRun("PREVIEWED 2000 0");
        commit(api, id);
        awaitRun(expected);
    }

    private static String run() {
        return data.query("select status || ' ' || checked || ' ' || committed from statement_import order by id desc")
                .get(0);
    }

    private static void awaitRun(String expected) {
        Patience.until(FINISHED_AT_MOST, "the statement at " + expected, () -> run().equals(expected));
    }

    private static void assertHalfBooked(int lines) {
        assertThat(run()).isEqualTo("COMMITTING 2000 " + lines);
        assertThat(data.count("select count(*) from bank_line")).isEqualTo(lines);
        assertThat(data.count("select count(*) from ledger_account_wrong")).isZero();
    }

    private static void assertBookedOnce(LongStatement statement) {
        assertThat(data.count("select count(distinct serial) from bank_line")).isEqualTo(LINES);
        assertThat(data.count("select count(*) from bank_line")).isEqualTo(LINES);
        assertThat(data.count("select count(*) from receipt")).isEqualTo(statement.received());
        assertThat(data.count("select count(*) from suspense_item")).isEqualTo(statement.suspended());
        assertThat(data.count("select count(*) from bank_line where matched = 'OUT'"))
                .isEqualTo(statement.out());
        assertThat(data.count("select count(*) from ledger_transaction"))
                .isEqualTo(statement.received() + statement.suspended());
        assertThat(data.count("select count(*) from node n join receipt r on r.id = n.subject_id"
                        + " and r.node_id = n.id where n.code = 'DISBURSE'"))
                .isEqualTo(statement.received());
        assertThat(new BigDecimal(data.query("select sum(amount) from ledger_entry where side = 'DEBIT'")
                        .get(0)))
                .as("what came in is what was posted, to the fen")
                .isEqualByComparingTo(statement.in());
        assertThat(data.count("select count(*) from ledger_account_wrong")).isZero();
        assertThat(data.count("select count(*) from audit where action = 'receipt.booked'"))
                .isEqualTo(statement.received());
    }

    private static void assertToldOnce(LongStatement statement) {
        Patience.until(
                FINISHED_AT_MOST,
                "an empty outbox",
                () -> data.count("select count(*) from outbox where done_at is null") == 0);
        assertThat(data.count("select count(*) from inbox where kind = 'money.received'"))
                .isEqualTo(statement.received());
        assertThat(data.count(
                        "select count(distinct i.outbox_id) from inbox i join enforcement_case c on c.id = i.case_id"
                                + " and c.executor_id = i.person_id where i.kind = 'money.received'"))
                .as("told to the executor of the case whose money it is")
                .isEqualTo(statement.received());
        assertThat(data.count("select count(*) from audit where action = 'statement.committed' and subject_id = ("
                        + "select id from statement_import order by id limit 1)"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from inbox where kind = 'statement.done'"))
                .isEqualTo(1);
        assertThat(data.count("select count(*) from inbox where kind = 'suspense.new'"))
                .isEqualTo(1);
    }
}
