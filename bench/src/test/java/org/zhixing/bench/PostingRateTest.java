package org.zhixing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostingRateTest {
    @Test
    void readsWhatTheLoadSaid() {
        assertThat(PostingRate.parse("a warning\npostings = 1234.5 p99 = 6.7\n"))
                .isEqualTo(new PostingRate.Result(1234.5, 6.7));
    }

    @Test
    void refusesARunThatSaidNothing() {
        assertThatThrownBy(() -> PostingRate.parse("java.lang.IllegalStateException: account-short"))
                .isInstanceOf(CannotMeasure.class)
                .hasMessageContaining("account-short");
    }

    @Test
    void comparesEachRunWithItsNeighbour() {
        assertThat(PostingRate.ratios(new double[] {50, 10}, new double[] {100, 40}))
                .containsExactly(0.5, 0.25);
    }
}
