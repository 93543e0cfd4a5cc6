package org.zhixing.dossier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10, true",
        "bytes=5-, 5, 100, true",
        "bytes=-30, 70, 100, true",
        "bytes=-300, 0, 100, true",
        "bytes=90-200, 90, 100, true",
        "bytes=9-5, 0, 100, false",
        "'bytes=0-1,4-5', 0, 100, false",
        "lines=0-9, 0, 100, false",
        "bytes=-, 0, 100, false",
        ", 0, 100, false"
    })
    void takesWhatIsAsked(String header, long from, long to, boolean partial) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(from, to, partial));
    }

    @ParameterizedTest
    @CsvSource({"bytes=100-", "bytes=200-300", "bytes=-0"})
    void saysWhereThereIsNothing(String header) {
        assertThat(ByteRange.of(header, 100).unsatisfiable()).isTrue();
    }
}
