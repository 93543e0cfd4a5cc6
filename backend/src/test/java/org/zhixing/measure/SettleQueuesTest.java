package org.zhixing.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.SettleQueues;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** Measures that ran out: whoever waits moves up with its node, exactly once. Today is 2022-11-01. */
@QuarkusTest
class SettleQueuesTest extends CourtTest {
    @Inject
    Docket docket;

    @Inject
    SettleQueues queues;

    private UUID caseId;

    @BeforeEach
    void file() {
        caseId = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10))).filed().id();
    }

    @Test
    void whoWaitsMovesUpOnTheDayAfterTheEndAndGetsItsNode() {
        String asset = asset();
        take(asset, "文峰区人民法院");
        take(asset, null);
        assertThat(sweep()).isZero();
        firstEnds("2022-10-20");
        assertThat(openNodes()).isZero();
        assertThat(sweep()).isEqualTo(1);
        assertThat(openNodes()).isEqualTo(1);
        assertThat(data.query(
                        "select starts_on || ' ' || ends_on || ' ' || place from measure where other_court is null"))
                .containsExactly("2022-10-21 2025-10-21 1");
        assertThat(told()).containsExactly("measure.lapsed", "measure.moved-up");
        assertThat(sweep()).isZero();
        assertThat(told()).hasSize(2);
    }

    @Test
    void theLastDayIsNotYetTheEnd() {
        take(asset(), null);
        firstEnds("2022-11-01");
        assertThat(sweep()).isZero();
        firstEnds("2022-10-31");
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void oursThatLapsedKeepsItsNodeUntilAnotherOfOursHolds() {
        String asset = asset();
        take(asset, null);
        firstEnds("2022-10-20");
        assertThat(sweep()).isEqualTo(1);
        assertThat(openNodes()).isEqualTo(1);
        assertThat(told()).containsExactly("measure.lapsed");
    }

    @Test
    void aNodeThatTimeEndsIsDoneByNobody() {
        String asset = asset();
        take(asset, null);
        take(asset, null);
        firstEnds("2022-10-20");
        assertThat(sweep()).isEqualTo(1);
        assertThat(openNodes()).isEqualTo(1);
        assertThat(data.count("select count(*) from node where code = 'SEIZURE_EXPIRY' and done_on is not null"
                        + " and done_by is null"))
                .isEqualTo(1);
    }

    @Test
    void manySweepersAtOnceSeeToEachEndExactlyOnce() {
        for (int i = 0; i < 20; i++) {
            String asset = asset();
            take(asset, "文峰区人民法院");
            take(asset, null);
        }
        firstEnds("2022-10-20");
        List<CompletableFuture<Integer>> sweepers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::sweep))
                .toList();
        assertThat(sweepers.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(20);
        assertThat(openNodes()).isEqualTo(20);
        assertThat(data.count("select count(*) from audit where action like 'measure.%' and actor_id is null"))
                .isEqualTo(40);
    }

    @Test
    void aClosedCaseMovesUpWithoutANode() {
        String asset = asset();
        take(asset, "文峰区人民法院");
        take(asset, null);
        firstEnds("2022-10-20");
        data.run("update enforcement_case set status = 'CLOSED', closed_on = '2022-10-15'");
        assertThat(sweep()).isEqualTo(1);
        assertThat(openNodes()).isZero();
        assertThat(told()).containsExactly("measure.lapsed", "measure.moved-up");
    }

    private int sweep() {
        return queues.sweep().await().atMost(Duration.ofSeconds(60));
    }

    private void firstEnds(String day) {
        data.run("update measure set ends_on = '" + day + "' where place = 1");
    }

    private long openNodes() {
        return data.count("select count(*) from node where code = 'SEIZURE_EXPIRY' and open");
    }

    private List<String> told() {
        return data.query(
                "select action from audit where actor_id is null and action like 'measure.%' order by court_id, seq");
    }

    private String asset() {
        Map<String, Object> body = Map.of(
                "kind", "REAL_ESTATE",
                "respondent", "李某某",
                "description", "文峰区某小区 3 号楼 101 室",
                "source", "OFFLINE_CHECK",
                "foundOn", "2022-10-10");
        return People.as("executor-fast-1")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/cases/" + caseId + "/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void take(String asset, String court) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", "SEIZE", "document", "（2022）豫0505执12号之一", "takenOn", "2022-10-11"));
        body.put("otherCourt", court);
        People.as("executor-fast-1")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/cases/" + caseId + "/assets/" + asset + "/measures")
                .then()
                .statusCode(201);
    }
}
