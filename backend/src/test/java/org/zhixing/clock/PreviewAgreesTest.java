package org.zhixing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.rules.Due;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.Database;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;

/** Preview and stored nodes agree for every policy that filing opens, on every day of the published years. */
@QuarkusTest
class PreviewAgreesTest extends CourtTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Inject
    Docket docket;

    @Inject
    Nodes nodes;

    @Inject
    Database database;

    @Test
    void onEveryFilingDate() {
        var calendar = nodes.calendar(database.reading(), 1).await().atMost(Duration.ofSeconds(10));
        Set<NodeCode> seen = EnumSet.noneOf(NodeCode.class);
        for (LocalDate month = FIRST; month.isBefore(LAST); month = month.plusMonths(1)) {
            for (FileCases.Filed filed : docket.file(casesOf(month))) {
                for (Node node : filed.nodes()) {
                    Due due = node.deadline().due(calendar);
                    assertThat(node.deadline().compute(calendar).due()).isEqualTo(due.on());
                    assertThat(node.dueOn())
                            .as(node.code() + " from " + node.startOn())
                            .isEqualTo(due.on());
                    assertThat(node.provisional()).isEqualTo(due.provisional());
                    seen.add(node.code());
                }
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        NodeCode.FIRST_INTERVIEW,
                        NodeCode.OFFLINE_ASSET_QUERY,
                        NodeCode.CLOSE_FAST,
                        NodeCode.CLOSE_ORDINARY,
                        NodeCode.CLOSE_STATUTORY,
                        NodeCode.PRESERVATION);
        storedAsPreviewed();
    }

    /** One case of each team a day. */
    private static RegisterRow[] casesOf(LocalDate month) {
        List<RegisterRow> rows = new ArrayList<>();
        for (LocalDate day = month; day.getMonth() == month.getMonth(); day = day.plusDays(1)) {
            rows.add(Docket.fast(day));
            rows.add(Docket.ordinary(day));
            rows.add(Docket.preservation(day));
        }
        return rows.toArray(RegisterRow[]::new);
    }

    /** Over HTTP for a sample of what is stored: asking for all would take minutes. */
    private void storedAsPreviewed() {
        for (String row :
                data.query("select start_on || ' ' || period || ' ' || unit || ' ' || roll_over || ' ' || due_on"
                        + " || ' ' || provisional from (select *, row_number() over (order by start_on, code) r from node) n"
                        + " where r % 97 = 0")) {
            String[] part = row.split(" ");
            JsonPath preview = People.as("triage")
                    .contentType(ContentType.JSON)
                    .body("{\"start\":\"%s\",\"period\":%s,\"unit\":\"%s\",\"rollOver\":\"%s\"}"
                            .formatted(part[0], part[1], part[2], part[3]))
                    .post("/api/v1/deadlines/preview")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(preview.getString("due")).as(row).isEqualTo(part[4]);
            assertThat(preview.getString("provisional")).as(row).isEqualTo(part[5]);
        }
    }
}
