package org.zhixing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Told;

@QuarkusTest
class OutboxWorkerTest extends CourtTest {
    @Inject
    OutboxWorker worker;

    @Inject
    Told told;

    @Test
    void peopleAndCirclesAreToldOnceEachHoweverManyWaysTheyAreAddressed() {
        told.put("a", List.of("executor-fast-1", "leader-fast"), "team-leader/FAST", "executor/FAST", "director/");
        deliver();
        assertThat(inboxes("a")).containsExactly("director", "executor-fast-1", "executor-fast-2", "leader-fast");
        assertThat(data.count("select count(*) from outbox where done_at is null"))
                .isZero();
    }

    @Test
    void whoStandsInForALeaderIsToldOfWhatTheLeaderIsToldWhileItLasts() {
        data.run("insert into stand_in (id, court_id, absent_id, stand_in_id, role, from_on, to_on, reason, made_on)"
                + " select gen_random_uuid(), a.court_id, a.id, s.id, 'director', date '2022-10-28', date '2022-11-01',"
                + " '出差', date '2022-10-28' from person a, person s"
                + " where a.username = 'director' and s.username = 'judge-fast-1'");
        try {
            told.put("a", List.of(), "director/");
            told.put("b", List.of(), "president/");
            deliver();
            assertThat(inboxes("a")).containsExactly("director", "judge-fast-1");
            assertThat(inboxes("b")).containsExactly("president");
            data.run("update stand_in set to_on = date '2022-10-31'");
            told.put("c", List.of(), "director/");
            deliver();
            assertThat(inboxes("c")).containsExactly("director");
            data.run("update stand_in set to_on = date '2022-11-01', revoked_on = date '2022-11-01'");
            told.put("d", List.of(), "director/");
            deliver();
            assertThat(inboxes("d")).containsExactly("director");
        } finally {
            data.run("truncate stand_in");
        }
    }

    @Test
    void peopleOfAnotherCourtAndThoseWhoLeftAreNotTold() {
        data.run("update person set active = false where username = 'director'");
        try {
            told.put("a", List.of("wenfeng-judge", "director"), "president/", "director/");
            deliver();
            assertThat(inboxes("a")).containsExactly("president");
        } finally {
            data.run("update person set active = true where username = 'director'");
        }
    }

    @Test
    void manyWorkersAtOnceDeliverEachRowOnce() {
        for (int i = 0; i < 5; i++) {
            told.putMany(240, "executor-fast-1");
        }
        List<CompletableFuture<Void>> workers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(this::deliver))
                .toList();
        workers.forEach(CompletableFuture::join);
        assertThat(data.count("select count(*) from inbox")).isEqualTo(1200);
        assertThat(data.count("select count(*) from outbox where done_at is not null and attempts = 1"))
                .isEqualTo(1200);
    }

    @Test
    void aBrokenRowWaitsLongerEachTimeAndInTheEndIsDeadWhileTheOthersGoOut() {
        told.put("good-1", List.of("triage"));
        told.broken("broken");
        told.put("good-2", List.of("triage"));
        deliver();
        assertThat(inboxes("good-1")).containsExactly("triage");
        assertThat(inboxes("good-2")).containsExactly("triage");
        assertThat(data.query("select attempts || ' ' || (next_try_at > now() + interval '25 seconds') || ' '"
                        + " || (dead_at is null) || ' ' || (last_error <> '') from outbox where key = 'broken'"))
                .containsExactly("1 true true true");
        for (int i = 2; i <= 10; i++) {
            deliver();
            assertThat(data.count("select attempts from outbox where key = 'broken'"))
                    .isEqualTo(i - 1);
            data.run("update outbox set next_try_at = now() where key = 'broken'");
            deliver();
            assertThat(data.count("select attempts from outbox where key = 'broken'"))
                    .isEqualTo(i);
        }
        assertThat(data.query("select dead_at is not null from outbox where key = 'broken'"))
                .containsExactly("t");
        deliver();
        assertThat(data.count("select attempts from outbox where key = 'broken'"))
                .isEqualTo(10);
    }

    @Test
    void aTopicWithoutASentenceIsABrokenRowToo() {
        told.put("good", List.of("triage"));
        data.run("update outbox set topic = 'no.such' where key = 'good'");
        deliver();
        assertThat(data.query("select last_error from outbox").get(0)).contains("no.such");
        assertThat(data.count("select count(*) from inbox")).isZero();
    }

    @Test
    void whatAWorkerDeliveredBeforeItDiedIsDeliveredOnceByTheNext() {
        told.put("a", List.of("triage", "funds"));
        told.deliverAndDie();
        assertThat(data.count("select count(*) from inbox")).isZero();
        deliver();
        deliver();
        assertThat(inboxes("a")).containsExactly("funds", "triage");
    }

    private void deliver() {
        worker.deliver().await().atMost(Duration.ofSeconds(30));
    }

    private List<String> inboxes(String key) {
        return data.query("select p.username from inbox i join person p on p.id = i.person_id"
                + " join outbox o on o.id = i.outbox_id where o.key = '" + key + "' order by 1");
    }
}
