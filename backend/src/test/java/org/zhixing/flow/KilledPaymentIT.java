package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.Barrier;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;
import org.zhixing.testing.Trail;

/**
 * The API is killed in the middle of ordering a payment and of booking the bank's answer, at each of the tables that the
 * act writes: before its end nothing of it is there, and sent again it is done once. Every build stops each at its first
 * and its last, {@code -Dkilled.money=true} at all of them.
 */
class KilledPaymentIT {
    private static final boolean EVERYWHERE = Boolean.getBoolean("killed.money");

    private static Deployment deployment;
    private static CourtData data;

    private ApiProcess api;

    @BeforeAll
    static void deploy() {
        deployment = new Deployment("payment", Map.of("ZHIXING_OUTBOX_EVERY", "1s"));
        data = deployment.data();
    }

    @AfterAll
    static void end() {
        deployment.close();
    }

    private RequestSpecification as(String username) {
        return People.as(username).baseUri(api.url()).contentType("application/json");
    }

    @Test
    void anOrderAndItsResultsAreDoneOnceOrNotAtAll() {
        api = deployment.start().awaitReady();
        String disbursement = approved();
        String state = state();
        List<String> whereOrdersStop = List.of(
                "payment new.status='ORDERED'",
                "ledger_entry true",
                "outbox new.topic='disbursement.ordered'",
                "audit new.action='disbursement.ordered'");
        Function<ApiProcess, Response> order = at -> as("funds")
                .header("Idempotency-Key", "order")
                .body(Map.of("disbursementIds", List.of(disbursement)))
                .post("/api/v1/payment-batches");
        stops(whereOrdersStop).forEach(where -> killedAt(where, order, state));
        String batch = order.apply(api).then().statusCode(201).extract().path("batch.id");
        assertThat(order.apply(api).then().statusCode(201).extract().<String>path("batch.id"))
                .isEqualTo(batch);
        assertThat(state()).isEqualTo("ORDERED 400.00 600.00 1000.00 1 3");
        assertThat(Coffers.wrong(data)).isEmpty();

        List<String> numbers = data.query("select number from payment order by number");
        Function<ApiProcess, Response> results = at -> People.as("funds")
                .baseUri(api.url())
                .header("Idempotency-Key", "results")
                .multiPart(
                        "file",
                        "r.csv",
                        ("付款编号,结果,交易日期,原因\n" + numbers.get(0) + ",成功,2022-11-01,\n" + numbers.get(1)
                                        + ",退票,2022-11-01,户名不符\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "text/csv")
                .post("/api/v1/payment-batches/" + batch + "/result-file");
        String ordered = state();
        stops(List.of(
                        "payment new.status='BOUNCED'",
                        "receipt true",
                        "ledger_entry true",
                        "audit new.action='payment.bounced'"))
                .forEach(where -> killedAt(where, results, ordered));
        results.apply(api).then().statusCode(200);
        results.apply(api).then().statusCode(200);
        assertThat(state()).isEqualTo("PARTLY_PAID 600.00 0.00 600.00 1 5");
        assertThat(Coffers.wrong(data)).isEmpty();
        assertThat(data.count("select count(*) from audit where action in ('payment.paid', 'payment.bounced')"))
                .isEqualTo(2);
        assertThat(data.count("select count(*) from outbox where topic = 'payment.bounced'"))
                .isEqualTo(1);
        Trail.assertWhole(data);
    }

    private static List<String> stops(List<String> all) {
        return EVERYWHERE ? all : List.of(all.get(0), all.get(all.size() - 1));
    }

    /** The request stops before it writes that row, and the API is killed; nothing of it is to be seen. */
    private void killedAt(String where, Function<ApiProcess, Response> request, String state) {
        String[] tableAndCondition = where.split(" ", 2);
        try (Barrier barrier = deployment.barrier(tableAndCondition[0], tableAndCondition[1])) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> request.apply(api));
            barrier.awaitReached(1);
            api.kill();
            assertThat(sent.handle((done, failure) -> failure).join())
                    .as("no answer")
                    .isNotNull();
            assertThat(state()).as("killed at " + where).isEqualTo(state);
        }
        api = deployment.start().awaitReady();
        assertThat(state()).as("after " + where).isEqualTo(state);
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    /** Status, and the balances of case, paying and bank; batches and transactions. */
    private static String state() {
        return data.query("select concat_ws(' ', (select status from disbursement), (select balance from ledger_account"
                        + " where kind = 'CASE'), (select balance from ledger_account where kind = 'PAYING' and court_id ="
                        + " c.id), (select balance from ledger_account where kind = 'BANK' and court_id = c.id), (select"
                        + " count(*) from payment_batch), (select count(*) from ledger_transaction)) from court c where"
                        + " c.code = '豫0505'")
                .get(0);
    }

    /** Of 1,000 元 that arrived 400 and 200 are approved to be paid. */
    private String approved() {
        String caseId = as("triage")
                .body(Samples.smallClaim("(2022)豫0505执77号", "2022-10-10"))
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Coffers.arrive(data, caseId, "1000.00", LocalDate.of(2022, 10, 24));
        String executor = handler("executor_id");
        String judge = handler("judge_id");
        String applicant = payee(
                caseId,
                Coffers.account(
                        "APPLICANT",
                        data.query("select name from party where role =" + " 'APPLICANT'")
                                .get(0)),
                executor);
        String other = payee(caseId, Coffers.account("OTHER_COURT", "文峰区人民法院"), executor);
        String id = as(executor)
                .body(Coffers.wish(applicant, "400.00", other, "200.00"))
                .post("/api/v1/cases/" + caseId + "/disbursements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(judge)
                .header("If-Match", "\"1\"")
                .post("/api/v1/disbursements/" + id + "/approval")
                .then()
                .statusCode(200);
        as("director")
                .header("If-Match", "\"2\"")
                .post("/api/v1/disbursements/" + id + "/approval")
                .then()
                .statusCode(200);
        return id;
    }

    private String payee(String caseId, Map<String, Object> account, String confirmedBy) {
        String payees = "/api/v1/cases/" + caseId + "/payees";
        String id = as("funds")
                .body(account)
                .post(payees)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(confirmedBy)
                .header("If-Match", "\"1\"")
                .post(payees + "/" + id + "/confirmation")
                .then()
                .statusCode(200);
        return id;
    }

    private static String handler(String column) {
        return data.query("select username from person p join enforcement_case c on c." + column + " = p.id")
                .get(0);
    }
}
