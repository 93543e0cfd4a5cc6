package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/**
 * Every write of money that the contract lets carry an {@code Idempotency-Key}: sent again it is answered as before and
 * changes no row, and nothing else is done under its key.
 */
@QuarkusTest
class SameKeyTest extends CourtTest {
    /** Where the contract's operations on money are. */
    private static final String OF_MONEY =
            "/api/v1/(bank-lines|disbursements|funds-policies|ledger|payment-batches|receipts|statement-mappings|statements"
                    + "|suspense|suspensions|cases/[^/]+/(disbursements|payees|suspensions))(/.*)?";

    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Map<String, Object> REASON = Map.of("reason", "经核实");
    private static final Map<String, Object> MAPPING = Map.of(
            "name",
            "某行网银",
            "format",
            "TABLE",
            "columns",
            Map.of("SERIAL", "交易流水", "AT", "记账日期", "MONEY_IN", "贷方金额", "MONEY_OUT", "借方金额", "REMARK", "附言"),
            "inWords",
            List.of(),
            "active",
            false);

    @Inject
    StatementWorker worker;

    @Inject
    Coffers coffers;

    @TestHTTPResource("/")
    String root;

    private final Set<String> shown = new TreeSet<>();
    private String url;
    private KeyedActs court;

    @AfterEach
    void forget() {
        data.forgetPolicies();
        data.run("truncate statement_import cascade; delete from statement_mapping where name like '某行网银%'");
    }

    @Test
    void whatIsSentAgainIsAnsweredAsBeforeAndNothingElseIsDoneUnderItsKey() throws IOException {
        url = root.replaceAll("/$", "");
        List<KeyedAct> acts = prepared();
        acts.forEach(this::once);
        payments();
        lines();
        deferrals();
        policies();
        assertThat(Coffers.wrong(data)).isEmpty();
        assertThat(ofMoney()).isNotEmpty().isSubsetOf(shown);
    }

    /** As the packaged API, which works on its statements by itself. */
    private List<KeyedAct> prepared() {
        ScheduledExecutorService working = Executors.newSingleThreadScheduledExecutor();
        try {
            working.scheduleWithFixedDelay(worker::work, 0, 50, TimeUnit.MILLISECONDS);
            court = new KeyedActs(url, data);
            return court.all();
        } finally {
            working.shutdownNow();
        }
    }

    /** What is approved is ordered, and the bank's two answers come one by one. */
    private void payments() {
        String judged = one("select id from disbursement where status = 'JUDGE_APPROVED'");
        coffers.act("director", judged, "approval").statusCode(200);
        List<String> approved = data.query("select id from disbursement where status = 'APPROVED' order by id");
        once(act("order", "funds", "payment-batches", Map.of("disbursementIds", approved), null, 201));
        String batch = "payment-batches/"
                + one("select batch_id from payment where status = 'ORDERED' order by number limit 1");
        List<String> numbers = data.query("select number from payment where status = 'ORDERED' order by number");
        assertThat(numbers).hasSize(2);
        Map<String, Object> paid = Map.of("number", numbers.get(0), "result", "PAID", "settledOn", "2022-11-01");
        once(act("settle", "funds", batch + "/results", paid, null, 200));
        String file = "付款编号,金额,结果,原因,银行流水号,交易日期\n" + numbers.get(1) + ",100.00,退票,户名不符,B2,2022-11-01\n";
        once(
                "POST /api/v1/" + batch + "/result-file",
                200,
                () -> sends("settle-file", batch + "/result-file", file),
                () -> sends("settle-file", batch + "/result-file", file.replace("退票", "成功")));
    }

    /** Another statement, whose first balance is a jump; and of the lines before it one is taken back. */
    private void lines() {
        String line = "N1,2022-10-31 15:00:00,7.00,,钱某某,6222000000001234,,还款,500.00\n";
        String file = BankStatements.HEADER + "\n" + line;
        once(
                "POST /api/v1/statements",
                201,
                () -> sends("upload", "statements", file),
                () -> sends("upload", "statements", file.replace("N1", "N2")));
        worker.work();
        String id = one("select id from statement_import where status = 'PREVIEWED'");
        once(act("commit", "funds", "statements/" + id + "/commit", null, null, 202));
        worker.work();
        once(act("note", "funds", "bank-lines/" + line("N1") + "/note", REASON, null, 200));
        once(act("reopen", "funds", "bank-lines/" + line("O1") + "/reopening", REASON, null, 200));
        String payee = one("select id from payee where confirmed_on is not null order by id limit 1");
        String of = one("select case_id from payee where id = '" + payee + "'");
        once(act(
                "deactivate",
                coffers.executor(of),
                "cases/" + of + "/payees/" + payee + "/deactivation",
                null,
                2,
                200));
    }

    private void deferrals() {
        String of = one("select case_id from receipt where amount = 306");
        String executor = coffers.executor(of);
        String asked = "cases/" + of + "/suspensions";
        Map<String, Object> wish = Leave.wish("PAYEE_NOT_COLLECTED", "2022-10-25", null);
        for (String decision : List.of("refusal", "approval", "cancellation", "end")) {
            once(act("ask-" + decision, executor, asked, wish, null, 201));
            String path = "suspensions/" + one("select id from case_suspension where status = 'ASKED'") + "/";
            if (decision.equals("cancellation") || decision.equals("end")) {
                Leave.json("director")
                        .post("/api/v1/" + path + "approval")
                        .then()
                        .statusCode(200);
            }
            String by = decision.equals("end") ? executor : "director";
            Map<String, Object> said =
                    switch (decision) {
                        case "approval" -> null;
                        case "end" -> Map.of("resume", "2022-10-28");
                        default -> REASON;
                    };
            once(act(decision, by, path + decision, said, null, 200));
            if (decision.equals("approval")) {
                Leave.json("director")
                        .body(REASON)
                        .post("/api/v1/" + path + "cancellation")
                        .then()
                        .statusCode(200);
            }
        }
    }

    private void policies() {
        Map<String, Object> policy =
                Map.of("presidentAbove", "1000.00", "clause", "一(五)", "effectiveFrom", "2022-11-01", "reason", "院长办公会");
        once(act("policy", "admin", "funds-policies", policy, null, 201));
        once(act("mapping", "admin", "statement-mappings", MAPPING, null, 201));
        String id = one("select id from statement_mapping where name = '某行网银'");
        Map<String, Object> changed = new HashMap<>(MAPPING);
        changed.put("name", "某行网银（新）");
        once("PUT /api/v1/statement-mappings/" + id, 200, () -> changing(id, changed), () -> changing(id, MAPPING));
    }

    private Response changing(String mapping, Map<String, Object> body) {
        return keyed("admin", "change-mapping")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(body)
                .put("/api/v1/statement-mappings/" + mapping);
    }

    private void once(KeyedAct act) {
        once("POST /api/v1/" + act.path(), act.status(), () -> act.send(url), () -> otherwise(act)
                .send(url));
        if (act.version() != null) {
            // Whoever sends it again may have been shown what became of it meanwhile: it is the same wish.
            String before = state();
            assertThat(seeing(act, act.version() + 1).send(url).statusCode())
                    .as(act.key() + " of another version")
                    .isEqualTo(act.status());
            assertThat(state()).as(act.key() + " of another version").isEqualTo(before);
        }
    }

    private void once(String what, int status, Supplier<Response> wish, Supplier<Response> otherwise) {
        shown.add(what);
        String before = state();
        Response first = wish.get();
        assertThat(first.statusCode()).as(what + ": " + first.asString()).isEqualTo(status);
        String done = state();
        assertThat(done).as(what + " does something").isNotEqualTo(before);
        Response again = wish.get();
        assertThat(again.statusCode()).as(what + ": " + again.asString()).isEqualTo(status);
        assertThat(again.asString()).as(what).isEqualTo(first.asString());
        assertThat(again.header("ETag")).as(what).isEqualTo(first.header("ETag"));
        assertThat(state()).as(what + " again").isEqualTo(done);
        Response other = otherwise.get();
        assertThat(other.statusCode()).as(what + ": " + other.asString()).isEqualTo(422);
        assertThat(other.<String>path("code")).as(what).isEqualTo("idempotency-key-reused");
        assertThat(state()).as(what + " otherwise").isEqualTo(done);
    }

    /** The same act with something else said, or where nothing is said of something else. */
    private static KeyedAct otherwise(KeyedAct act) {
        Map<String, Object> body = act.body();
        if (body == null) {
            String path = act.path().contains("2022-09")
                    ? act.path().replace("2022-09", "2022-10")
                    : act.path().replaceFirst(UUIDS, UUID.randomUUID().toString());
            return copy(act, path, null, act.version());
        }
        Map<String, Object> other = new HashMap<>(body);
        String changed = Stream.of("reason", "settledOn", "resume", "paymentId", "bankName", "name")
                .filter(body::containsKey)
                .findFirst()
                .orElse("disbursementIds");
        other.put(
                changed,
                switch (changed) {
                    case "settledOn", "resume" -> "2022-10-31";
                    case "paymentId" -> UUID.randomUUID().toString();
                    case "disbursementIds" -> List.of(UUID.randomUUID().toString());
                    case "reason" -> body.containsKey("from") ? "STAY" : "另有理由";
                    default -> "另有说明";
                });
        return copy(act, act.path(), other, act.version());
    }

    private static KeyedAct seeing(KeyedAct act, int version) {
        return copy(act, act.path(), act.body(), version);
    }

    private static KeyedAct copy(
            KeyedAct act, String path, @Nullable Map<String, Object> body, @Nullable Integer version) {
        return act(act.key(), act.by(), path, body, version, act.status());
    }

    private static KeyedAct act(
            String key,
            String by,
            String path,
            @Nullable Map<String, Object> body,
            @Nullable Integer version,
            int status) {
        return new KeyedAct(key, by, path, body, version, status, "", null, Set.of(), List.of());
    }

    private static RequestSpecification keyed(String by, String key) {
        return People.as(by).header("Idempotency-Key", key);
    }

    private static Response sends(String key, String path, String file) {
        return keyed("funds", key)
                .multiPart("file", key + ".csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/" + path);
    }

    private String state() {
        return String.join("\n", Proof.state(data, court.courtId()));
    }

    private String one(String sql) {
        return data.query(sql).get(0);
    }

    private String line(String serial) {
        return one("select id from bank_line where serial = '" + serial + "'");
    }

    /** The contract's operations on money that take a key, each as what was shown of it, or as it is written there. */
    private List<String> ofMoney() throws IOException {
        var contract =
                new YAMLMapper().readTree(RestAssured.get("/openapi.yaml").asString());
        return contract.path("paths").properties().stream()
                .filter(path -> path.getKey().matches(OF_MONEY))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().toString().contains("parameters/IdempotencyKey"))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .map(written -> shown.stream()
                        .filter(what -> what.matches(written.replaceAll("\\{[^}]+}", "[^/]+")))
                        .findFirst()
                        .orElse(written))
                .toList();
    }
}
