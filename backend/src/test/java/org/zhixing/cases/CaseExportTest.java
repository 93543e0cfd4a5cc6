package org.zhixing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** The list as a file, and the trail for those who watch. */
@QuarkusTest
class CaseExportTest extends CourtTest {
    private String hostile() {
        Map<String, Object> request = Samples.smallClaim(CourtData.number(), "2022-10-10");
        request.put("cause", "=HYPERLINK(\"x\")");
        return Samples.file(request);
    }

    @Test
    void csvHoldsEveryRowInSightAndNoFormula() {
        hostile();
        Samples.file(Samples.smallClaim(CourtData.number(), "2022-10-11"));
        byte[] bytes = People.as("leader-fast")
                .get("/api/v1/cases/export?format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF案号,").contains("'=HYPERLINK").contains("快执");
        assertThat(text.lines()).hasSize(3);
        assertThat(People.as("leader-special")
                        .get("/api/v1/cases/export")
                        .asString()
                        .lines())
                .hasSize(1);
    }

    @Test
    void aWorkbookHoldsAmountsAsNumbers() throws IOException {
        hostile();
        byte[] bytes = People.as("triage")
                .get("/api/v1/cases/export?format=xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(2)).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(rows.get(1).getCell(4).asNumber()).isEqualByComparingTo("5000");
        }
    }

    @Test
    void theTrailIsForTheAuditor() {
        String id = hostile();
        People.as("auditor").get("/api/v1/audit").then().statusCode(200).body("items.action", hasItem("case.filed"));
        People.as("auditor")
                .queryParam("caseId", id)
                .get("/api/v1/audit")
                .then()
                .body("items.size()", equalTo(1));
        People.as("triage").get("/api/v1/audit").then().statusCode(403);
        People.as("wenfeng-president").get("/api/v1/audit").then().body("items.size()", equalTo(0));
    }
}
