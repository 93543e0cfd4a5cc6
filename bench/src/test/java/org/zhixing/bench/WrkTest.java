package org.zhixing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String OUTPUT = """
            Running 5s test @ http://localhost:8080/api/v1/cases
              1 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    10.17ms    4.55ms  52.31ms   72.13%
                Req/Sec     3.17k   218.44     3.61k    66.00%
              Latency Distribution
                 50%    9.51ms
                 75%   12.40ms
                 90%   15.93ms
                 99%   25.06ms
              15786 requests in 5.01s, 153.22MB read
            Requests/sec:   3152.63
            Transfer/sec:     30.60MB
            """;

    @Test
    void readsTheRateAndTheLatencyOfNinetyNineOfAHundred() {
        assertThat(Wrk.parse(OUTPUT)).isEqualTo(new Wrk.Result(3152.63, 25.06));
    }

    @Test
    void knowsEveryUnit() {
        assertThat(Wrk.parse(OUTPUT.replace("25.06ms", "840.00us")).p99Ms()).isEqualTo(0.84);
        assertThat(Wrk.parse(OUTPUT.replace("25.06ms", "1.20s")).p99Ms()).isEqualTo(1200);
        assertThat(Wrk.parse(OUTPUT.replace("25.06ms", "0.50m")).p99Ms()).isEqualTo(30_000);
    }

    @Test
    void refusesARunInWhichRequestsWereRefused() {
        String refused = OUTPUT.replace("Requests/sec", "  Non-2xx or 3xx responses: 15786\nRequests/sec");
        assertThatThrownBy(() -> Wrk.parse(refused)).hasMessageContaining("Non-2xx or 3xx responses: 15786");
        String cut =
                OUTPUT.replace("Requests/sec", "  Socket errors: connect 0, read 3, write 0, timeout 1\nRequests/sec");
        assertThatThrownBy(() -> Wrk.parse(cut)).hasMessageContaining("read 3");
    }
}
