package org.zhixing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgBenchTest {
    private static final String OUTPUT = """
            transaction type: /tmp/bench.sql
            query mode: prepared
            number of clients: 32
            number of transactions actually processed: 52341
            number of failed transactions: 0 (0.000%)
            latency average = 3.054 ms
            initial connection time = 37.400 ms
            tps = 10478.123456 (without initial connection time)
            """;

    @Test
    void readsTheRate() {
        assertThat(PgBench.parse(OUTPUT)).isEqualTo(10478.123456);
    }

    @Test
    void refusesARunWithFailures() {
        assertThatThrownBy(() -> PgBench.parse(OUTPUT.replace("failed transactions: 0", "failed transactions: 7")))
                .isInstanceOf(CannotMeasure.class);
    }
}
