package org.zhixing.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** Numbers of papers: each court has its own, from 1 in each year. */
@QuarkusTest
class PaperNumberTest extends CourtTest {
    private static final LocalDate FILED = LocalDate.of(2022, 10, 31);
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 12, 31);
    private static final Map<String, String> NOTICE = Map.of("BASIS", "民事判决书", "DUTY", "支付借款", "DAYS", "三日");

    @Inject
    Docket docket;

    @Inject
    Papers papers;

    @Inject
    Database database;

    private String draft(String who, String caseId) {
        return People.as(who)
                .contentType("application/json")
                .body(Map.of("kind", "ENFORCEMENT_NOTICE", "addressee", "李某某", "fields", NOTICE))
                .post("/api/v1/cases/" + caseId + "/papers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String submitted(String who, String paper) {
        return People.as(who)
                .header("If-Match", "\"1\"")
                .post("/api/v1/papers/" + paper + "/submission")
                .then()
                .statusCode(200)
                .extract()
                .path("number");
    }

    private String caseOf(RegisterRow row) {
        return docket.fileOne(row).filed().id().toString();
    }

    private String numbered(String paper, LocalDate on) {
        int court = Integer.parseInt(data.query("select court_id from paper where id = '" + paper + "'")
                .get(0));
        Actor reader = new Actor(UUID.randomUUID(), court, "x", "x", Set.of(Role.PRESIDENT), null, Set.of());
        return database.inTransaction(tx ->
                        papers.find(tx, reader, UUID.fromString(paper)).chain(found -> papers.number(tx, found, on)))
                .await()
                .atMost(Duration.ofSeconds(30))
                .text();
    }

    @Test
    void eachYearBeginsWithOneAndAPaperKeepsTheNumberItHas() {
        String of = caseOf(Docket.fast(FILED));
        String first = draft("executor-fast-1", of);
        assertThat(submitted("executor-fast-1", first)).isEqualTo("执通〔2022〕1号");
        assertThat(List.of(
                        numbered(draft("executor-fast-1", of), LAST_DAY),
                        numbered(draft("executor-fast-1", of), LAST_DAY.plusDays(1)),
                        numbered(draft("executor-fast-1", of), LAST_DAY.plusDays(2)),
                        numbered(draft("executor-fast-1", of), LAST_DAY)))
                .containsExactly("执通〔2022〕2号", "执通〔2023〕1号", "执通〔2023〕2号", "执通〔2022〕3号");
        assertThat(numbered(first, LAST_DAY.plusDays(1))).isEqualTo("执通〔2022〕1号");
    }

    @Test
    void courtsDoNotCountEachOthersPapers() {
        String ours = caseOf(Docket.fast(FILED));
        String theirs = caseOf(Docket.row(Docket.WENFENG, "执", FILED, "60000.00"));
        assertThat(submitted("executor-fast-1", draft("executor-fast-1", ours))).isEqualTo("执通〔2022〕1号");
        assertThat(submitted("wenfeng-executor", draft("wenfeng-executor", theirs)))
                .isEqualTo("执通〔2022〕1号");
        assertThat(submitted("executor-fast-1", draft("executor-fast-1", ours))).isEqualTo("执通〔2022〕2号");
    }
}
