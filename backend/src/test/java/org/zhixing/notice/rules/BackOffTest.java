package org.zhixing.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void eachFailureWaitsTwiceAsLongUpToSixHours() {
        assertThat(BackOff.after(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BackOff.after(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BackOff.after(9)).isEqualTo(Duration.ofSeconds(7680));
        assertThat(BackOff.after(11)).isEqualTo(Duration.ofHours(6));
        assertThat(BackOff.after(1000)).isEqualTo(Duration.ofHours(6));
    }
}
