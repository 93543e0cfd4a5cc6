package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.Leave;
import org.zhixing.testing.People;

/** A node notified as overdue that is late no longer: who hears of it, and how its notices go on. Today is 2022-11-01. */
@QuarkusTest
class CorrectionNoticeTest extends CourtTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    @Inject
    Leave leave;

    @Inject
    OverdueNotices notices;

    @Inject
    OutboxWorker worker;

    private String id = "";
    private String interview = "";

    /** The interview was due on 27 October; nothing else of the case is late. */
    @BeforeEach
    void file() {
        id = leave.file(Docket.fast(LocalDate.of(2022, 10, 24)));
        interview = leave.node(id, NodeCode.FIRST_INTERVIEW);
        data.run("update node set next_notice_on = '2022-10-28' where id = '" + interview + "';"
                + " update node set done_on = start_on where code = 'OFFLINE_ASSET_QUERY'");
    }

    private void sweepAndDeliver(LocalDate day) {
        notices.sweep(day).await().atMost(Duration.ofSeconds(20));
        deliver();
    }

    private void deliver() {
        worker.deliver().await().atMost(Duration.ofSeconds(20));
    }

    private List<String> inbox(String kind) {
        return data.query("select p.username from inbox i join person p on p.id = i.person_id where i.node_id = '"
                + interview + "' and i.kind = '" + kind + "' order by 1");
    }

    private List<String> told() {
        return inbox("node.overdue").stream().distinct().toList();
    }

    @Test
    void exactlyThoseWhoHadBeenNotifiedAreToldOnce() {
        sweepAndDeliver(LocalDate.of(2022, 10, 28));
        sweepAndDeliver(TODAY);
        // the third working day has widened the circle to the team leader
        assertThat(told())
                .contains(leave.handler(id), "node-control", "leader-fast")
                .doesNotContain("director");
        List<String> notified = told();
        String suspension = leave.suspend(id, "SERVICE_BY_PUBLICATION", "2022-10-26", "2022-11-20");
        deliver();
        assertThat(inbox("node.cleared")).isEqualTo(notified);
        assertThat(data.query("select notice_count || ' ' || next_notice_on from node where id = '" + interview + "'"))
                .containsExactly("0 2022-11-22");
        People.as(leave.handler(id))
                .get("/api/v1/inbox")
                .then()
                .body("items.find { it.kind == 'node.cleared' }.title", containsString("并未超期"))
                .body("items.find { it.kind == 'node.cleared' }.body", containsString("2022-11-21"));
        People.as("president")
                .get("/api/v1/cases/" + id + "/timeline")
                .then()
                .body("items.findAll { it.action == 'node.cleared' }.size()", equalTo(1));

        leave.suspend(id, "STAY", "2022-10-26", "2022-11-21");
        deliver();
        assertThat(inbox("node.cleared")).isEqualTo(notified);
        leave.end(leave.handler(id), suspension, "2022-11-19").statusCode(200);
        deliver();
        assertThat(inbox("node.cleared")).isEqualTo(notified);
    }

    @Test
    void whoWasNotReachedYetNeverIs() {
        notices.sweep(TODAY).await().atMost(Duration.ofSeconds(20));
        assertThat(data.count("select count(*) from outbox where topic = 'node.overdue'"))
                .isEqualTo(3);
        leave.suspend(id, "STAY", "2022-10-26", null);
        deliver();
        assertThat(told()).isEmpty();
        assertThat(inbox("node.cleared")).isEmpty();
        assertThat(data.count("select count(*) from outbox where topic in ('node.overdue', 'node.cleared')"))
                .isZero();
    }

    @Test
    void oneThatIsLateAgainBeginsItsLadderAgainAndIsClearedAgain() {
        sweepAndDeliver(TODAY);
        String suspension = leave.suspend(id, "STAY", "2022-10-26", "2022-11-07");
        deliver();
        assertThat(inbox("node.cleared")).isNotEmpty();
        sweepAndDeliver(TODAY);
        assertThat(data.count("select count(*) from overdue_notice")).isEqualTo(3);
        // taken back: late again, and today has been noticed already
        leave.cancel(suspension).statusCode(200);
        sweepAndDeliver(TODAY);
        assertThat(data.count("select count(*) from overdue_notice")).isEqualTo(3);
        sweepAndDeliver(LocalDate.of(2022, 11, 2));
        sweepAndDeliver(LocalDate.of(2022, 11, 3));
        assertThat(data.query(
                        "select for_day || ' ' || day_no || ' ' || days_late from overdue_notice order by for_day"))
                .containsExactly(
                        "2022-10-28 1 1", "2022-10-31 2 4", "2022-11-01 3 5", "2022-11-02 1 6", "2022-11-03 2 7");
        int first = inbox("node.cleared").size();
        List<String> again = data.query("select distinct p.username from inbox i join person p on p.id = i.person_id"
                + " where i.kind = 'node.overdue' and i.for_day >= '2022-11-02' order by 1");
        leave.suspend(id, "STAY", "2022-10-25", null);
        deliver();
        assertThat(inbox("node.cleared")).hasSize(first + again.size());
    }

    @Test
    void oneThatStaysLateGoesOnWhereItWas() {
        sweepAndDeliver(TODAY);
        leave.suspend(id, "STAY", "2022-10-26", "2022-10-27");
        deliver();
        assertThat(leave.due(id, NodeCode.FIRST_INTERVIEW)).isEqualTo("2022-10-28");
        assertThat(inbox("node.cleared")).isEmpty();
        sweepAndDeliver(LocalDate.of(2022, 11, 2));
        assertThat(data.query("select day_no || ' ' || days_late from overdue_notice where for_day = '2022-11-02'"))
                .containsExactly("4 5");
    }

    @Test
    void aCorrectedFilingDateAndACorrectedCalendarClearToo() {
        sweepAndDeliver(TODAY);
        List<String> notified = told();
        Map<String, Object> anew = org.zhixing.testing.Samples.smallClaim("", "2022-10-31");
        Leave.json("triage")
                .header("If-Match", "\"1\"")
                .body(anew)
                .put("/api/v1/cases/" + id)
                .then()
                .statusCode(200);
        deliver();
        assertThat(inbox("node.cleared")).isEqualTo(notified);
    }
}
