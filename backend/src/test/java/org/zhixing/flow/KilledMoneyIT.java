package org.zhixing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.Barrier;
import org.zhixing.testing.Coffers;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.Patience;
import org.zhixing.testing.People;
import org.zhixing.testing.ShutTables;
import org.zhixing.testing.Trail;

/**
 * The API is killed in the middle of the acts on money that {@link KilledStatementIT} and {@link KilledPaymentIT} leave
 * out, many of them at once: what was stopped is not there at all, and sent again it is done once. Killed after COMMIT,
 * it knows the answer that nobody got. {@code -Dkilled.money=true} stops each act at every row that it writes; every build
 * stops most of them at the most telling one.
 */
class KilledMoneyIT {
    private static final boolean EVERYWHERE = Boolean.getBoolean("killed.money");
    private static final int IN_EVERY_BUILD = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static CourtData data;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private ApiProcess api;

    @BeforeAll
    static void deploy() {
        // Nothing but the acts writes: what is there before a kill is to be there after it, row by row.
        deployment = new Deployment(
                "money",
                Map.of(
                        "ZHIXING_OUTBOX_EVERY",
                        "1s",
                        "ZHIXING_SWEEP_CRON",
                        "off",
                        "ZHIXING_DIGEST_EVERY",
                        "off",
                        "ZHIXING_BOOKS_CRON",
                        "off",
                        "ZHIXING_PG_POOL",
                        "30"));
        data = deployment.data();
    }

    @AfterAll
    static void end() {
        deployment.close();
    }

    @Test
    void everyActOnMoneyIsDoneOnceOrNotAtAll() {
        api = deployment.start().awaitReady();
        KeyedActs court = new KeyedActs(api.url(), data);
        List<KeyedAct> acts = court.all();
        Patience.until(
                PATIENCE,
                "an empty outbox",
                () -> data.count("select count(*) from outbox where done_at is null") == 0);
        List<String> state = Proof.state(data, court.courtId());
        List<List<KeyedAct.Stop>> waves = waves(acts);
        waves.subList(0, EVERYWHERE ? waves.size() : IN_EVERY_BUILD).forEach(wave -> killedAt(wave, court, state));

        Map<KeyedAct, String> answers = new HashMap<>();
        acts.stream().filter(act -> !unanswered(act)).forEach(act -> answers.put(act, answer(act)));
        killedUnanswered(acts.stream().filter(KilledMoneyIT::unanswered).toList());
        for (int again = 2; again <= 3; again++) {
            acts.forEach(act -> {
                String answer = answer(act);
                assertThat(answers.getOrDefault(act, answer)).as(act.key()).isEqualTo(answer);
                answers.put(act, answer);
            });
        }
        acts.forEach(KilledMoneyIT::assertDoneOnce);
        assertThat(court.done()).isEqualTo(KeyedActs.DONE);
        assertSound();
    }

    /** As many stops at once as do not wait for each other, the most telling of every act first; of one act one at a time. */
    private static List<List<KeyedAct.Stop>> waves(List<KeyedAct> acts) {
        List<List<KeyedAct.Stop>> waves = new ArrayList<>();
        int most = acts.stream().mapToInt(act -> act.stops().size()).max().orElseThrow();
        for (int i = 0; i < most; i++) {
            for (KeyedAct act : acts) {
                if (i < act.stops().size()) {
                    join(waves, act.stops().get(i));
                }
            }
        }
        return waves;
    }

    private static void join(List<List<KeyedAct.Stop>> waves, KeyedAct.Stop stop) {
        waves.stream()
                .filter(wave -> wave.stream().allMatch(other -> together(other.act(), stop.act())))
                .findFirst()
                .orElseGet(() -> {
                    waves.add(new ArrayList<>());
                    return waves.get(waves.size() - 1);
                })
                .add(stop);
    }

    private static boolean together(KeyedAct one, KeyedAct other) {
        return !one.key().equals(other.key()) && one.alone().stream().noneMatch(other.alone()::contains);
    }

    /** The requests stop, each before it writes its row, and the API is killed; nothing of them is to be seen. */
    private void killedAt(List<KeyedAct.Stop> wave, KeyedActs court, List<String> state) {
        Map<KeyedAct.Stop, Barrier> barriers = barriers(wave);
        try {
            List<CompletableFuture<Response>> sent = send(wave);
            barriers.values().forEach(barrier -> barrier.awaitReached(1));
            api.kill();
            assertNoAnswer(sent);
            assertThat(Proof.state(data, court.courtId()))
                    .as("killed at " + wave)
                    .isEqualTo(state);
        } finally {
            open(barriers);
        }
        api = deployment.start().awaitReady();
        assertThat(Proof.state(data, court.courtId())).as("after " + wave).isEqualTo(state);
        assertThat(Coffers.wrong(data)).isEmpty();
    }

    /** Done, but what the answer says of it cannot be read before the API is killed. */
    private void killedUnanswered(List<KeyedAct> acts) {
        List<KeyedAct.Stop> ends = acts.stream().map(KeyedAct::beforeItsEnd).toList();
        Map<KeyedAct.Stop, Barrier> barriers = barriers(ends);
        List<CompletableFuture<Response>> sent = send(ends);
        barriers.values().forEach(barrier -> barrier.awaitReached(1));
        try (ShutTables unread = deployment.shut("suspense_item", "payee", "disbursement")) {
            barriers.values().forEach(Barrier::lift);
            acts.forEach(act -> Patience.until(
                    PATIENCE,
                    act.key() + " done",
                    () -> data.count("select count(*) from audit where " + act.trail()) == 1));
            assertThat(sent).noneMatch(CompletableFuture::isDone);
            api.kill();
            assertNoAnswer(sent);
        } finally {
            open(barriers);
        }
        api = deployment.start().awaitReady();
    }

    /** Those whose answer is read from the tables that can be shut, and which are under way together. */
    private static boolean unanswered(KeyedAct act) {
        return act.alone().isEmpty() || act.key().equals("claim");
    }

    private static Map<KeyedAct.Stop, Barrier> barriers(List<KeyedAct.Stop> wave) {
        Map<KeyedAct.Stop, Barrier> barriers = new LinkedHashMap<>();
        wave.forEach(stop -> barriers.put(stop, deployment.barrier(stop.table(), stop.condition())));
        return barriers;
    }

    private static void open(Map<KeyedAct.Stop, Barrier> barriers) {
        barriers.values().forEach(Barrier::lift);
        barriers.values().forEach(Barrier::close);
    }

    private List<CompletableFuture<Response>> send(List<KeyedAct.Stop> wave) {
        String url = api.url();
        return wave.stream()
                .map(stop -> CompletableFuture.supplyAsync(() -> stop.act().send(url), people))
                .toList();
    }

    private static void assertNoAnswer(List<CompletableFuture<Response>> sent) {
        sent.forEach(each -> assertThat(each.handle((done, failure) -> failure).join())
                .as("no answer")
                .isNotNull());
    }

    private String answer(KeyedAct act) {
        Response response = act.send(api.url());
        assertThat(response.statusCode())
                .as(act.key() + ": " + response.asString())
                .isEqualTo(act.status());
        return response.header("ETag") + " " + response.asString();
    }

    private static void assertDoneOnce(KeyedAct act) {
        assertThat(data.count("select count(*) from audit where " + act.trail()))
                .as("in the trail: " + act.key())
                .isEqualTo(1);
        assertThat(data.count("select count(*) from idempotency_key where key = '" + act.key() + "'"))
                .as("its key: " + act.key())
                .isEqualTo(1);
        if (act.told() != null) {
            assertThat(data.count("select count(*) from outbox where " + act.told()))
                    .as("told: " + act.key())
                    .isEqualTo(1);
        }
    }

    private void assertSound() {
        assertThat(Coffers.wrong(data)).isEmpty();
        assertThat(People.as("funds")
                        .baseUri(api.url())
                        .get("/api/v1/ledger/verify")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Boolean>path("sound"))
                .isTrue();
        Trail.assertWhole(data);
    }
}
