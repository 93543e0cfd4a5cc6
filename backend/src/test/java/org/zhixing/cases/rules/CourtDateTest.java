package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourtDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-03-01",
                "2022/3/1",
                "2022.3.1",
                "2022年3月1日",
                "２０２２－０３－０１",
                "2022年 3月 1日",
                "2022-03-01 00:00:00",
                "2022-03-01T00:00",
                "2022/3/1 0:00"
            })
    void readsADate(String text) {
        assertThat(CourtDate.check(text).orThrow()).isEqualTo(LocalDate.of(2022, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-30, DATE_NOT_REAL",
        "2023-02-29, DATE_NOT_REAL",
        "2022-13-01, DATE_NOT_REAL",
        "2022-3/1, DATE_SYNTAX",
        "22-03-01, DATE_SYNTAX",
        "2022-03, DATE_SYNTAX",
        "01/03/2022, DATE_SYNTAX",
        "昨天, DATE_SYNTAX",
        "0022-03-01, DATE_TOO_EARLY"
    })
    void refusesWhatIsNone(String text, ReasonCode code) {
        assertThat(CourtDate.check(text).refused()).contains(Reason.of(code));
    }
}
