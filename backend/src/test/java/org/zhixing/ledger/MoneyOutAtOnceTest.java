package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** Sixty-four clients at once, and histories that nobody planned: the books balance whatever happens. */
@QuarkusTest
class MoneyOutAtOnceTest extends CourtTest {
    private static final int CLIENTS = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Coffers coffers;

    @Inject
    Leave leave;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Answer(int status, String code) {}

    private Answer post(String token, String path, Object body, String... header) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (header.length > 0) {
                request.headers(header);
            }
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()).path("code").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of them start at the same moment; how often each answer came. */
    private static Map<Answer, Integer> atOnce(List<Callable<Answer>> calls) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Answer>> all = calls.stream()
                    .map(call -> pool.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            Map<Answer, Integer> counted =
                    new TreeMap<>(java.util.Comparator.comparing(Answer::status).thenComparing(Answer::code));
            for (Future<Answer> each : all) {
                counted.merge(each.get(), 1, Integer::sum);
            }
            return counted;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static List<Callable<Answer>> times(int n, java.util.function.IntFunction<Answer> call) {
        return IntStream.range(0, n)
                .mapToObj(i -> (Callable<Answer>) () -> call.apply(i))
                .toList();
    }

    @Test
    void sixtyFourClientsNeverOverdrawOneCase() {
        String caseId = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
        coffers.arrive(caseId, "1234.56", LocalDate.of(2022, 10, 20));
        coffers.arrive(caseId, "1765.44", LocalDate.of(2022, 10, 24));
        String payee = coffers.confirmed(caseId, "APPLICANT", "王某");
        String executor = People.token(coffers.executor(caseId));
        // 3,000 元 came in; sixty-four times 100 元 are asked for.
        assertThat(atOnce(times(
                        CLIENTS,
                        i -> post(
                                executor,
                                "/api/v1/cases/" + caseId + "/disbursements",
                                Coffers.wish(payee, "100.00")))))
                .isEqualTo(Map.of(new Answer(201, ""), 30, new Answer(422, "disbursement-over-free"), 34));
        assertThat(Coffers.wrong(data)).isEmpty();

        // Every one is approved by two clients at once, of whom one is too late.
        List<String> ids = data.query("select id from disbursement order by id");
        for (String office : List.of(coffers.judge(caseId), "director")) {
            String token = People.token(office);
            String version = office.equals("director") ? "\"2\"" : "\"1\"";
            Map<Answer, Integer> answers = atOnce(times(
                    60,
                    i -> post(
                            token,
                            "/api/v1/disbursements/" + ids.get(i / 2) + "/approval",
                            Map.of(),
                            "If-Match",
                            version)));
            assertThat(answers).containsEntry(new Answer(200, ""), 30);
            assertThat(answers.keySet())
                    .allMatch(answer -> List.of(200, 403, 409, 412).contains(answer.status()));
        }

        // Sixty-four orders at once, each of three disbursements that others order, too.
        String funds = People.token("funds");
        Random random = new Random(64);
        List<List<String>> batches = IntStream.range(0, CLIENTS)
                .mapToObj(i -> random.ints(0, ids.size())
                        .distinct()
                        .limit(3)
                        .mapToObj(ids::get)
                        .toList())
                .toList();
        Map<Answer, Integer> ordered = atOnce(
                times(CLIENTS, i -> post(funds, "/api/v1/payment-batches", Map.of("disbursementIds", batches.get(i)))));
        assertThat(ordered.keySet()).isSubsetOf(new Answer(201, ""), new Answer(409, "disbursement-not-awaiting"));
        int made = ordered.get(new Answer(201, ""));
        assertThat(data.count("select count(*) from payment where status = 'ORDERED'"))
                .isEqualTo(3L * made);
        assertThat(Coffers.wrong(data)).isEmpty();

        // The bank's answer to each comes from three clients, of whom one says the contrary.
        List<String> payments = data.query("select batch_id || ' ' || number from payment where status = 'ORDERED'");
        Map<Answer, Integer> settled = atOnce(times(3 * payments.size(), i -> {
            String[] batchAndNumber = payments.get(i / 3).split(" ");
            return post(
                    funds,
                    "/api/v1/payment-batches/" + batchAndNumber[0] + "/results",
                    Map.of(
                            "number",
                            batchAndNumber[1],
                            "result",
                            i % 3 == 2 ? "BOUNCED" : "PAID",
                            "reason",
                            "户名不符",
                            "settledOn",
                            "2022-11-01"));
        }));
        assertThat(settled.keySet()).isSubsetOf(new Answer(200, ""), new Answer(409, "result-contradicts"));
        assertThat(data.count("select count(*) from payment where status = 'ORDERED'"))
                .isZero();
        assertThat(data.count("select count(*) from ledger_transaction where kind in ('PAID', 'BOUNCED')"))
                .isEqualTo(payments.size());
        BigDecimal paid =
                new BigDecimal(data.query("select coalesce(sum(amount), 0) from payment where status = 'PAID'")
                        .get(0));
        assertThat(paid).isLessThanOrEqualTo(new BigDecimal("3000.00"));
        assertThat(coffers.own("BANK")).isEqualByComparingTo(new BigDecimal("3000.00").subtract(paid));
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    /** Applications, signatures, refusals, orders and the bank's answers in any order, on cases that share the court. */
    @Test
    void whateverIsDoneInWhateverOrderTheBooksBalance() {
        Random random = new Random(20221101);
        List<String> cases = new ArrayList<>();
        Map<String, List<String>> payees = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            String caseId = leave.file(Docket.fast(LocalDate.of(2022, 10, 10)));
            cases.add(caseId);
            payees.put(
                    caseId,
                    List.of(
                            coffers.confirmed(caseId, "APPLICANT", "王某"),
                            coffers.confirmed(caseId, "FEE", "执行费"),
                            coffers.confirmed(caseId, "REFUND", "李某某")));
        }
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int step = 0; step < 320; step++) {
            String caseId = cases.get(random.nextInt(cases.size()));
            int status = step(random, caseId, payees.get(caseId));
            statuses.merge(status, 1, Integer::sum);
            assertThat(status).isLessThan(500);
            assertThat(Coffers.wrong(data)).as("after step " + step).isEmpty();
        }
        assertThat(statuses).as("much was done and much was refused").containsKeys(200, 201, 422);
        assertThat(data.query("select distinct status from disbursement"))
                .contains("PAID", "REFUSED", "WITHDRAWN", "APPLIED");
        assertThat(data.count("select count(*) from ledger_transaction where kind = 'BOUNCED'"))
                .isPositive();
        assertThat(data.count("select count(*) from ledger_transaction where kind = 'FEE'"))
                .isPositive();
    }

    private int step(Random random, String caseId, Collection<String> ofCase) {
        int what = random.nextInt(100);
        if (what < 8) {
            coffers.arrive(caseId, amount(random, 50_000), LocalDate.of(2022, 10, 11 + random.nextInt(20)));
            return 200;
        }
        if (what < 35) {
            List<Object> lines = new ArrayList<>();
            ofCase.stream().filter(payee -> random.nextBoolean()).forEach(payee -> {
                lines.add(payee);
                lines.add(amount(random, 20_000));
            });
            return lines.isEmpty()
                    ? 200
                    : coffers.applying(caseId, lines.toArray()).extract().statusCode();
        }
        if (what < 75) {
            return one(
                    random,
                    "select id from disbursement where status in ('APPLIED', 'JUDGE_APPROVED', 'APPROVED')",
                    id -> act(random, caseId, id));
        }
        if (what < 88) {
            List<String> approved = data.query("select id from disbursement where status = 'APPROVED' order by id");
            return approved.isEmpty()
                    ? 200
                    : coffers.ordering(approved.subList(0, 1 + random.nextInt(approved.size()))
                                    .toArray(String[]::new))
                            .extract()
                            .statusCode();
        }
        return one(
                random,
                "select batch_id || ' ' || number from payment where batch_id is not null",
                found -> coffers.result(
                                found.split(" ")[0],
                                found.split(" ")[1],
                                random.nextInt(3) == 0 ? "BOUNCED" : "PAID",
                                "2022-11-01")
                        .extract()
                        .statusCode());
    }

    /** Mostly by whom it waits for, at times by somebody else, and at times not what they hoped. */
    private int act(Random random, String caseId, String id) {
        String[] found = data.query("select case_id || ' ' || status from disbursement where id = '" + id + "'")
                .get(0)
                .split(" ");
        String judge = coffers.judge(found[0]);
        int how = random.nextInt(12);
        if (how == 0) {
            return coffers.act(coffers.executor(found[0]), id, "withdrawal")
                    .extract()
                    .statusCode();
        }
        String office = found[1].equals("APPLIED") ? judge : found[1].equals("APPROVED") ? "funds" : "director";
        String who = how < 3 ? List.of(judge, "director", coffers.judge(caseId)).get(how) : office;
        boolean refuses = how == 3 || (who.equals("funds") && how == 4);
        if (who.equals("funds") && !refuses) {
            return coffers.ordering(id).extract().statusCode();
        }
        return coffers.act(who, id, refuses ? "refusal" : "approval").extract().statusCode();
    }

    private int one(Random random, String query, java.util.function.ToIntFunction<String> act) {
        List<String> found = data.query(query + " order by 1");
        return found.isEmpty() ? 200 : act.applyAsInt(found.get(random.nextInt(found.size())));
    }

    private static String amount(Random random, int fen) {
        return BigDecimal.valueOf(1 + random.nextInt(fen), 2).toPlainString();
    }
}
