package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.store.SweepRows;
import org.zhixing.clock.store.SweepRows.Place;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.LateNodes;

@QuarkusTest
class OverdueNoticesTest extends CourtTest {
    private static final LocalDate DUE = LocalDate.of(2022, 10, 31);
    private static final LocalDate FIRST = LocalDate.of(2022, 11, 1);

    @Inject
    OverdueNotices notices;

    @Inject
    LateNodes nodes;

    @Inject
    Database database;

    @Test
    void aNodeIsNoticedOnceTheDayAfterItWasDueAndOnceEveryWorkingDayAfter() {
        nodes.add(3, DUE, FIRST);
        assertThat(sweep(DUE)).isZero();
        assertThat(sweep(FIRST)).isEqualTo(3);
        assertThat(sweep(FIRST)).isZero();
        assertThat(sweep(FIRST.plusDays(1))).isEqualTo(3);
        assertThat(noticed()).containsExactly("2022-11-01 1 1 3", "2022-11-02 2 2 3");
        assertThat(data.count("select count(*) from outbox where topic = 'node.overdue'"))
                .isEqualTo(6);
        assertThat(data.query("select distinct next_notice_on || ' ' || notice_count || ' ' || version from node"))
                .containsExactly("2022-11-03 2 1");
    }

    @Test
    void manySweepersAtOnceNoticeEachNodeExactlyOnce() {
        nodes.add(2300, DUE, FIRST);
        List<CompletableFuture<Integer>> sweepers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sweep(FIRST)))
                .toList();
        int given = sweepers.stream().mapToInt(CompletableFuture::join).sum();
        given += sweep(FIRST);
        assertThat(given).isEqualTo(2300);
        assertThat(noticed()).containsExactly("2022-11-01 1 1 2300");
        assertThat(data.count("select count(distinct key) from outbox")).isEqualTo(2300);
        assertThat(data.count("select count(*) from node where notice_count = 1"))
                .isEqualTo(2300);
    }

    @Test
    void theCircleWidensFromDayToDay() {
        nodes.add(1, DUE, FIRST);
        LocalDate day = FIRST;
        for (int no = 1; no <= 15; no++) {
            assertThat(sweep(day)).isEqualTo(1);
            assertThat(circles(day)).as("day %d", no).isEqualTo(expectedCircles(no));
            day = workdayAfter(day);
        }
    }

    @Test
    void anOutageOverTheHolidayIsMadeUpWithOneNoticeAWorkingDay() {
        nodes.add(2, LocalDate.of(2022, 9, 29), LocalDate.of(2022, 9, 30));
        assertThat(sweep(LocalDate.of(2022, 10, 8))).isEqualTo(4);
        assertThat(noticed()).containsExactly("2022-09-30 1 1 2", "2022-10-08 2 9 2");
        assertThat(sweep(LocalDate.of(2022, 10, 8))).isZero();
    }

    @Test
    void aLongOutageIsMadeUpInSeveralTransactionsWithNoDayLost() {
        nodes.add(1, LocalDate.of(2022, 8, 31), LocalDate.of(2022, 9, 1));
        sweep(FIRST);
        assertThat(data.count("select count(*) from overdue_notice")).isEqualTo(40);
        assertThat(data.count("select count(*) from overdue_notice where day_no between 1 and 40"))
                .isEqualTo(40);
        assertThat(data.query("select for_day from overdue_notice where extract(isodow from for_day) > 5"))
                .containsExactlyInAnyOrder("2022-10-08", "2022-10-09");
    }

    @Test
    void nothingIsSentOnARestDay() {
        nodes.add(1, LocalDate.of(2022, 11, 4), LocalDate.of(2022, 11, 7));
        assertThat(sweep(LocalDate.of(2022, 11, 5))).isZero();
        assertThat(sweep(LocalDate.of(2022, 11, 6))).isZero();
        assertThat(sweep(LocalDate.of(2022, 11, 7))).isEqualTo(1);
    }

    @Test
    void doneAndCancelledNodesGetNoNotice() {
        nodes.add(3, DUE, FIRST);
        data.run("update node set done_on = '2022-11-01' where id = (select min(id::text)::uuid from node)");
        data.run("update node set cancelled_on = '2022-11-01' where id = (select max(id::text)::uuid from node)");
        assertThat(sweep(LocalDate.of(2022, 11, 2))).isEqualTo(2);
        assertThat(data.count("select count(distinct node_id) from overdue_notice"))
                .isEqualTo(1);
    }

    @Test
    void eachCourtIsNoticedByItsOwnPeopleAndOneThatFailsDoesNotStopTheOther() {
        nodes.add("豫0502", 2, "FIRST_INTERVIEW", "EXECUTOR", null, DUE, FIRST);
        nodes.add(2, DUE, FIRST);
        data.run("update node set policy_version = 99 where case_number like '%豫0505%'");
        assertThat(sweep(FIRST)).isEqualTo(2);
        assertThat(data.query("select distinct c.code from overdue_notice n join court c on c.id = n.court_id"))
                .containsExactly("豫0502");
        data.run("update node set policy_version = 1");
        assertThat(sweep(FIRST)).isEqualTo(2);
    }

    @Test
    void theCasesTimelineShowsTheFirstNoticeOnly() {
        nodes.add(2, DUE, FIRST);
        sweep(FIRST);
        sweep(FIRST.plusDays(1));
        assertThat(data.count("select count(*) from audit where action = 'node.overdue' and actor_id is null"))
                .isEqualTo(2);
    }

    @Test
    void aNodeOfATeamIsNoticedToThoseWhoDoItsWork() {
        nodes.add("豫0505", 1, "OFFLINE_ASSET_QUERY", "AFFAIRS_TEAM", "AFFAIRS", DUE, FIRST);
        sweep(FIRST);
        assertThat(circles(FIRST)).isEqualTo("executor/AFFAIRS node-control/* police/AFFAIRS");
    }

    @Test
    void claimingWalksTheIndexOfWhatIsDueAndNotTheNodes() {
        nodes.add(5000, LocalDate.of(2023, 3, 1), LocalDate.of(2023, 3, 2));
        nodes.add(20, DUE, FIRST);
        data.run("analyze node");
        int court = (int) data.count("select id from court where code = '豫0505'");
        Place start = Place.START;
        String plan = String.join(
                "\n",
                Database.list(
                                database.reading(),
                                "explain (analyze, timing off, summary off) " + SweepRows.CLAIM,
                                row -> row.getString(0),
                                court,
                                FIRST,
                                start.day(),
                                start.id(),
                                500)
                        .await()
                        .atMost(Duration.ofSeconds(10)));
        assertThat(plan).contains("node_notice").doesNotContain("Seq Scan on node", "Rows Removed by Filter");
    }

    private int sweep(LocalDate today) {
        Uni<Integer> given = notices.sweep(today);
        return given.await().atMost(Duration.ofSeconds(60));
    }

    private List<String> noticed() {
        return data.query("select for_day || ' ' || day_no || ' ' || days_late || ' ' || count(*) from overdue_notice"
                + " group by for_day, day_no, days_late order by for_day");
    }

    private String circles(LocalDate day) {
        return String.join(
                " ",
                data.query("select c.role || '/' || coalesce(c.team, '*') from outbox o,"
                        + " jsonb_to_recordset(o.payload -> 'circles') c (role text, team text)"
                        + " where o.payload ->> 'forDay' = '" + day + "' order by 1"));
    }

    private static String expectedCircles(int dayNo) {
        String circles = "node-control/*";
        if (dayNo >= 15) {
            circles += " president/*";
        }
        if (dayNo >= 3) {
            circles += " team-leader/FAST";
        }
        return dayNo >= 7 ? "director/* " + circles : circles;
    }

    private static LocalDate workdayAfter(LocalDate day) {
        return org.zhixing.clock.rules.Calendars.COURT.workdayAfter(day);
    }
}
