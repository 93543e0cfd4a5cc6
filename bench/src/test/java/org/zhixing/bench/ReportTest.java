package org.zhixing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @Test
    void aScenarioMeasuredAnewReplacesItsLinesOnly(@TempDir Path folder) {
        Report report = new Report(folder);
        report.add("cases", List.of(new Figure("list", "0.20", "1/s", "5/s", "≥ 0.3", false)));
        report.add("nodes", List.of(new Figure("board", null, "2/s", "", null, true)));
        report.add("cases", List.of(new Figure("list", "0.40", "2/s", "5/s", "≥ 0.3", true)));
        assertThat(report.markdown(List.of("cases", "nodes", "sweep"))).isEqualTo("""
                | what | ratio | the API | compared with | aim |
                | --- | --- | --- | --- | --- |
                | list | **0.40** | 2/s | 5/s | ≥ 0.3 ✓ |
                | board |  | 2/s |  |  |
                """);
    }

    @Test
    void theTableGoesBetweenThePagesMarks() {
        String page = "before\n<!-- figures: written by the benchmark -->\nold\n<!-- /figures -->\nafter\n";
        assertThat(Report.replace(page, "| new |\n"))
                .isEqualTo(
                        "before\n<!-- figures: written by the benchmark -->\n\n| new |\n\n<!-- /figures -->\nafter\n");
        assertThatThrownBy(() -> Report.replace("nowhere", "x")).isInstanceOf(CannotMeasure.class);
    }

    @Test
    void theMedianIsOneOfTheValues() {
        assertThat(Report.median(3, 1, 2)).isEqualTo(2);
        assertThat(Report.median(4, 1, 3, 2)).isEqualTo(2);
        assertThat(Report.median(7)).isEqualTo(7);
    }
}
