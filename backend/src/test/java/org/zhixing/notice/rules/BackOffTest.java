package org.zhixing.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void eachFailureWaitsTwiceAsLongUpToSixHours() {
        assertThat(BackOff.after(1, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BackOff.after(2, 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BackOff.after(9, 0)).isEqualTo(Duration.ofSeconds(7680));
        assertThat(BackOff.after(11, 0)).isEqualTo(Duration.ofHours(6));
        assertThat(BackOff.after(1000, 0)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void whatFailedTogetherComesBackUpToAFifthLater() {
        assertThat(BackOff.after(1, 1)).isEqualTo(Duration.ofSeconds(36));
        assertThat(BackOff.after(1, 0.5)).isEqualTo(Duration.ofSeconds(33));
    }
}
