package org.zhixing.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Calendars;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.LateNodes;

/** Slips that stay unanswered: one notice a working day along the node's ladder, exactly once. */
@QuarkusTest
class LateSlipsTest extends CourtTest {
    /** A Thursday: the next day is the first of lateness, then comes a weekend. */
    private static final LocalDate DUE = LocalDate.of(2022, 11, 3);

    @Inject
    LateSlips slips;

    @Inject
    LateNodes nodes;

    @Test
    void nobodyIsToldInTimeNorOnRestDaysAndThenOnceAWorkingDay() {
        issue(3);
        assertThat(sweep(DUE)).isZero();
        assertThat(sweep(DUE.plusDays(1))).isEqualTo(3);
        assertThat(sweep(DUE.plusDays(1))).isZero();
        assertThat(sweep(DUE.plusDays(2))).isZero();
        assertThat(sweep(DUE.plusDays(3))).isZero();
        assertThat(sweep(DUE.plusDays(4))).isEqualTo(3);
        assertThat(noticed()).containsExactly("2022-11-04 1 1 3", "2022-11-07 2 4 3");
    }

    @Test
    void manySweepersAtOnceTellOfEachSlipExactlyOnce() {
        issue(400);
        LocalDate day = DUE.plusDays(1);
        List<CompletableFuture<Integer>> sweepers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sweep(day)))
                .toList();
        int given = sweepers.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(given + sweep(day)).isEqualTo(400);
        assertThat(noticed()).containsExactly("2022-11-04 1 1 400");
        assertThat(data.count("select count(distinct key) from outbox where channel = 'INBOX'"
                        + " and topic = 'slip.unanswered'"))
                .isEqualTo(400);
        assertThat(data.count("select count(*) from audit where action = 'slip.unanswered' and actor_id is null"))
                .isEqualTo(400);
    }

    @Test
    void theCircleWidensAlongTheLadder() {
        issue(1);
        LocalDate day = Calendars.COURT.workdayAfter(DUE);
        List<String> widest = List.of();
        for (int no = 1; no <= 15; no++) {
            assertThat(sweep(day)).as("day %d", no).isEqualTo(1);
            widest = circles(day);
            assertThat(widest.contains("team-leader/FAST")).isEqualTo(no >= 3);
            assertThat(widest.contains("director/*")).isEqualTo(no >= 7);
            day = Calendars.COURT.workdayAfter(day);
        }
        assertThat(widest).containsExactly("director/*", "node-control/*", "president/*", "team-leader/FAST");
    }

    @Test
    void anOutageIsMadeUpWithNoDayLost() {
        issue(2);
        LocalDate day = LocalDate.of(2022, 12, 1);
        assertThat(sweep(day)).isEqualTo(2 * Calendars.COURT.workdaysBetween(DUE, day));
        assertThat(sweep(day)).isZero();
    }

    @Test
    void anAnswerEndsItAndOneSentBackBeginsAgainOnItsOwnDay() {
        String slip = issue(1).get(0);
        sweep(DUE.plusDays(1));
        Urging.answer("executor-fast-1", slip, 1).then().statusCode(200);
        assertThat(sweep(DUE.plusDays(4))).isZero();
        Urging.sendBack(slip, 2, "2022-11-08").then().statusCode(200);
        assertThat(sweep(LocalDate.of(2022, 11, 8))).isZero();
        assertThat(sweep(LocalDate.of(2022, 11, 9))).isEqualTo(1);
        assertThat(noticed()).containsExactly("2022-11-04 1 1 1", "2022-11-09 1 1 1");
    }

    @Test
    void withdrawnOrOnACancelledNodeItIsLeftAlone() {
        List<String> both = issue(2);
        Urging.withdraw(both.get(0), 1).then().statusCode(200);
        data.run("update node set cancelled_on = '2022-11-02', cancel_reason = 'TEAM_CHANGED' where id ="
                + " (select node_id from supervision_slip where id = '" + both.get(1) + "')");
        assertThat(sweep(DUE.plusDays(1))).isZero();
    }

    /** One slip on each of so many nodes of executor-fast-1. */
    private List<String> issue(int n) {
        nodes.add(n, LocalDate.of(2022, 10, 31), LocalDate.of(2022, 11, 1));
        List<String> ids = data.query("select id from node order by id");
        for (int from = 0; from < n; from += 200) {
            UUID[] some = ids.subList(from, Math.min(n, from + 200)).stream()
                    .map(UUID::fromString)
                    .toArray(UUID[]::new);
            Urging.urge("node-control", DUE.toString(), some).then().statusCode(201);
        }
        return data.query("select id from supervision_slip order by serial");
    }

    private int sweep(LocalDate today) {
        Uni<Integer> given = slips.sweep(today);
        return given.await().atMost(Duration.ofSeconds(60));
    }

    private List<String> noticed() {
        return data.query("select for_day || ' ' || day_no || ' ' || days_late || ' ' || count(*)"
                + " from supervision_notice group by for_day, day_no, days_late order by for_day");
    }

    private List<String> circles(LocalDate day) {
        return data.query("select distinct c.role || '/' || coalesce(c.team, '*') from outbox o,"
                + " jsonb_to_recordset(o.payload -> 'circles') c (role text, team text)"
                + " where o.topic = 'slip.unanswered' and o.payload ->> 'forDay' = '" + day + "' order by 1");
    }
}
