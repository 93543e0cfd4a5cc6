package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    @Test
    void specialCharactersAreEscapedAndOthersCannotBreakOut() {
        assertThat(CalendarFile.text("a,b;c\\d\ne\r\nf\tg")).isEqualTo("a\\,b\\;c\\\\d\\ne\\nfg");
    }

    @Test
    void linesAreFoldedAt75OctetsNeverInsideACharacter() {
        String summary = "执行".repeat(60);
        String file = CalendarFile.of("x", List.of(entry(summary)));
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + summary);
    }

    @Test
    void theSameNodesGiveTheSameFile() {
        assertThat(CalendarFile.of("x", List.of(entry("a")))).isEqualTo(CalendarFile.of("x", List.of(entry("a"))));
    }

    private static CalendarFile.Entry entry(String summary) {
        LocalDate day = LocalDate.of(2022, 11, 21);
        return new CalendarFile.Entry("u@zhixing", 3, day, day.minusDays(40), summary, "y", null);
    }
}
