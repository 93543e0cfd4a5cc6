package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.StatementWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.Papers;
import org.zhixing.testing.People;
import org.zhixing.testing.Uploaded;

/**
 * Money that arrives in the very moment in which its case is closed as fully performed, or archived. One is first: either
 * the money, and the case stays as it is, or the end, and the money lies on the account of a case that has ended, of which
 * both handlers are told. {@code -Pnightly} plays a hundred rounds of each.
 */
@QuarkusTest
class MoneyAtTheEndTest extends CourtTest {
    private static final int ROUNDS = Integer.getInteger("money.races", 10);
    /** Of the first rounds it is certain which of the two is first; the others begin within that time of each other. */
    private static final int IN_ORDER = 4;

    private static final int JITTER_MICROS = 30_000;
    private static final String AMOUNT = "100.00";

    @Inject
    StatementWorker worker;

    @Inject
    Coffers coffers;

    @Inject
    Leave leave;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final Random random = new Random(20221101);
    private final Map<String, Integer> ends = new TreeMap<>();

    @AfterEach
    void end() {
        people.shutdownNow();
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    private interface Ending {
        Response of(String caseId);
    }

    @Test
    void noCaseIsClosedAsFullyPerformedWithMoneyThatCameBefore() {
        for (int round = 0; round < ROUNDS; round++) {
            String caseId = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
            meet(round, caseId, "case.closed", this::close);
            // Whoever was told of the money had been shown the case as it was when the money came.
            boolean closed = data.count(
                            "select count(*) from enforcement_case where status = 'CLOSED' and id = '" + caseId + "'")
                    == 1;
            assertThat(told(caseId).contains(handler(caseId, "judge_id"))).isEqualTo(closed);
        }
        assertThat(ends).as("each was first at times").containsKeys("200 ", "422 case-funds-left");
    }

    @Test
    void noCaseIsArchivedWithMoneyThatCameBefore() {
        String last = "";
        for (int round = 0; round < ROUNDS; round++) {
            String caseId = complete();
            meet(round, caseId, "case.archived", MoneyAtTheEndTest::archive);
            assertThat(told(caseId)).contains(handler(caseId, "judge_id"), handler(caseId, "executor_id"));
            last = data.count("select count(*) from enforcement_case where archived_on is not null and id = '" + caseId
                                    + "'")
                            == 1
                    ? caseId
                    : last;
        }
        assertThat(ends).as("each was first at times").containsKeys("200 ", "422 case-funds-left");
        paidOut(last);
    }

    /** What comes to an archived case is its payee's all the same. */
    private void paidOut(String caseId) {
        String id = coffers.approved(caseId, coffers.confirmed(caseId, "APPLICANT", "王某"), AMOUNT);
        String batch = coffers.order(id);
        coffers.result(batch, coffers.numbers(id).get(0), "PAID", "2022-11-01").statusCode(200);
        assertThat(coffers.balance(caseId)).isEqualByComparingTo("0.00");
    }

    private void meet(int round, String caseId, String ended, Ending ending) {
        Runnable money = round % 2 == 0 ? statement(round, caseId) : claim(round, caseId);
        Response answer;
        if (round < IN_ORDER / 2) {
            money.run();
            answer = ending.of(caseId);
        } else if (round < IN_ORDER) {
            answer = ending.of(caseId);
            money.run();
        } else {
            answer = atOnce(money, () -> ending.of(caseId));
        }
        String said = answer.statusCode() + " " + (answer.statusCode() == 200 ? "" : answer.<String>path("code"));
        ends.merge(said, 1, Integer::sum);
        assertThat(said).as("round " + round + ": " + answer.asString()).isIn("200 ", "422 case-funds-left");
        // However it went, the money is there.
        assertThat(coffers.balance(caseId)).isEqualByComparingTo(AMOUNT);
        assertThat(data.query("select action from audit where case_id = '" + caseId + "' and action in ('" + ended
                        + "', 'receipt.booked') order by seq"))
                .as("round " + round)
                .containsExactly(
                        answer.statusCode() == 200
                                ? new String[] {ended, "receipt.booked"}
                                : new String[] {"receipt.booked"});
    }

    private Response atOnce(Runnable money, java.util.function.Supplier<Response> ending) {
        CountDownLatch start = new CountDownLatch(1);
        int moneyAfter = random.nextInt(JITTER_MICROS);
        int endAfter = random.nextInt(JITTER_MICROS);
        var booked = CompletableFuture.runAsync(
                () -> {
                    wait(start, moneyAfter);
                    money.run();
                },
                people);
        var ended = CompletableFuture.supplyAsync(
                () -> {
                    wait(start, endAfter);
                    return ending.get();
                },
                people);
        start.countDown();
        booked.join();
        return ended.join();
    }

    private static void wait(CountDownLatch start, int micros) {
        try {
            start.await();
            Thread.sleep(micros / 1000, micros % 1000 * 1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement with a line for the case, looked at already; what is left is to book it. */
    private Runnable statement(int round, String caseId) {
        String number = data.query("select number from enforcement_case where id = '" + caseId + "'")
                .get(0);
        String id = previewed(BankStatements.in("E" + round, AMOUNT, "李某某", number));
        commit(id);
        return worker::work;
    }

    /** A line that is nobody's yet, and the funds desk that claims it for the case. */
    private Runnable claim(int round, String caseId) {
        commit(previewed(BankStatements.in("E" + round, AMOUNT, "钱某某", "还款")));
        worker.work();
        String item =
                data.query("select id from suspense_item where case_id is null").get(0);
        return () -> Leave.json("funds")
                .body(Map.of("caseId", caseId, "reason", "与付款人核实"))
                .post("/api/v1/suspense/" + item + "/claims")
                .then()
                .statusCode(201);
    }

    private String previewed(String line) {
        String id = People.as("funds")
                .multiPart("file", BankStatements.file(line).toFile())
                .post("/api/v1/statements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        worker.work();
        return id;
    }

    private static void commit(String id) {
        People.as("funds").post("/api/v1/statements/" + id + "/commit").then().statusCode(202);
    }

    private Response close(String caseId) {
        return closing(caseId, "COMPLETED");
    }

    private Response closing(String caseId, String manner) {
        return Leave.json(coffers.judge(caseId))
                .header("If-Match", "\"1\"")
                .body(Map.of("manner", manner, "closedOn", "2022-11-01", "reason", "申请人撤回"))
                .post("/api/v1/cases/" + caseId + "/closure");
    }

    private static Response archive(String caseId) {
        return Leave.json("archive").header("If-Match", "\"2\"").post("/api/v1/cases/" + caseId + "/archiving");
    }

    /** A closed case of which nothing is owed but that it be archived. */
    private String complete() {
        String caseId = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        for (String category : new String[] {"APPLICATION", "RULING", "CLOSING_APPROVAL"}) {
            String executor = coffers.executor(caseId);
            Leave.json(executor)
                    .body(Map.of("uploadId", Uploaded.by(executor, "paper.pdf", Papers.pdf(1)), "category", category))
                    .post("/api/v1/cases/" + caseId + "/dossier/items")
                    .then()
                    .statusCode(201);
        }
        assertThat(closing(caseId, "WITHDRAWN").statusCode()).isEqualTo(200);
        data.run("update node set done_on = start_on where done_on is null and case_id = '" + caseId + "'");
        return caseId;
    }

    private String handler(String caseId, String column) {
        return data.query("select " + column + " from enforcement_case where id = '" + caseId + "'")
                .get(0);
    }

    private String told(String caseId) {
        return data.query("select payload ->> 'people' from outbox where topic = 'money.received' and"
                        + " payload ->> 'caseId' = '" + caseId + "'")
                .get(0);
    }
}
