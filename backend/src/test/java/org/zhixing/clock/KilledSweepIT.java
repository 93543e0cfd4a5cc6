package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhixing.testing.ApiProcess;
import org.zhixing.testing.Barrier;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.Deployment;
import org.zhixing.testing.Patience;

/**
 * Of two instances one is killed in the middle of a sweep and the other in the middle of telling the people. {@link
 * ExactlyOnceIT} kills at moments of its own in every build; this one stops at the very step, and is asked for by {@code
 * -Dkilled.sweep=true} after a change of the sweep.
 */
@EnabledIfSystemProperty(named = "killed.sweep", matches = "true")
class KilledSweepIT {
    private static final int NODES = 3000;
    private static final int BATCH = 50;
    private static final LocalDate DUE = LocalDate.of(2022, 10, 31);
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);
    private static final Duration FINISHED_AT_MOST = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static CourtData data;

    @BeforeAll
    static void deploy() {
        String batch = Integer.toString(BATCH);
        deployment = new Deployment(
                "sweep",
                Map.of(
                        "ZHIXING_SWEEP_CRON",
                        "* * * * * ?",
                        "ZHIXING_SWEEP_BATCH",
                        batch,
                        "ZHIXING_OUTBOX_EVERY",
                        "1s",
                        "ZHIXING_OUTBOX_BATCH",
                        batch));
        data = deployment.data();
    }

    @AfterAll
    static void end() {
        deployment.close();
    }

    @Test
    void givesEveryOverdueNodeOneNoticeForTheDay() {
        deployment.lateNodes().add(NODES, DUE, TODAY);
        String middle = data.query("select id from node order by id offset " + NODES / 2 + " limit 1")
                .get(0);
        ApiProcess first = deployment.start();
        ApiProcess second = deployment.start();
        try (Barrier told = half("inbox", middle)) {
            try (Barrier noticed = half("overdue_notice", middle)) {
                // Both have come to the half of it, each inside a batch of its own.
                noticed.awaitReached(2);
                assertThat(notices()).isBetween(1L, NODES - 1L);
                first.kill();
            }
            told.awaitReached(1);
            second.kill();
        }
        assertThat(notices()).isBetween(NODES / 2L, (long) NODES);
        assertThat(delivered()).as("nobody is left to deliver").isBetween(1L, NODES - 1L);
        deployment.start().awaitReady();
        Patience.until(FINISHED_AT_MOST, "an empty outbox", () -> delivered() == NODES);
        assertOncePerNode();
        assertOncePerPerson();
    }

    private static Barrier half(String table, String middle) {
        return deployment.barrier(table, "new.node_id >= '" + middle + "'");
    }

    private static long notices() {
        return data.count("select count(*) from overdue_notice");
    }

    private static long delivered() {
        return data.count("select count(*) from outbox where done_at is not null");
    }

    private static void assertOncePerNode() {
        assertThat(
                        data.query(
                                "select for_day || ' day ' || day_no || ' late ' || days_late || ' for ' || count(*)"
                                        + " || ' of ' || count(distinct node_id) from overdue_notice group by for_day, day_no, days_late"))
                .containsExactly("2022-11-01 day 1 late 1 for 3000 of 3000");
        assertThat(data.query("select notice_count || ' next ' || next_notice_on || ' for ' || count(*) from node"
                        + " group by notice_count, next_notice_on"))
                .containsExactly("1 next 2022-11-02 for 3000");
        assertThat(data.query("select count(*) || ' of ' || count(distinct subject_id) from audit"
                        + " where action = 'node.overdue'"))
                .containsExactly("3000 of 3000");
        assertThat(data.query("select count(*) || ' of ' || count(distinct payload ->> 'nodeId') || ' dead '"
                        + " || count(dead_at) from outbox"))
                .containsExactly("3000 of 3000 dead 0");
    }

    private static void assertOncePerPerson() {
        assertThat(data.query("select p.username || ' ' || count(*) || ' of ' || count(distinct i.node_id)"
                        + " from inbox i join person p on p.id = i.person_id group by p.username order by 1"))
                .containsExactly("executor-fast-1 3000 of 3000", "node-control 3000 of 3000");
    }
}
