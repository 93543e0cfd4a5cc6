package org.zhixing.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Allowance.Limit;

class AllowanceTest {
    private static final Limit LIMIT = new Limit(5, 2);

    @Test
    void soManyAtOnceAndThenSoManyASecond() {
        Allowance now = Allowance.full(LIMIT, 0);
        for (int i = 0; i < 5; i++) {
            now = now.after(LIMIT, 0);
            assertThat(now.granted()).isTrue();
        }
        now = now.after(LIMIT, 0);
        assertThat(now.granted()).isFalse();
        assertThat(now.secondsToWait(LIMIT)).isEqualTo(1);
        now = now.after(LIMIT, 499);
        assertThat(now.granted()).isFalse();
        now = now.after(LIMIT, 500);
        assertThat(now.granted()).isTrue();
    }

    @Test
    void whoGoesOnKnockingWaitsNoLonger() {
        Allowance now = Allowance.full(LIMIT, 0);
        int granted = 0;
        for (int millis = 0; millis <= 10_000; millis++) {
            now = now.after(LIMIT, millis);
            granted += now.granted() ? 1 : 0;
        }
        assertThat(granted).isEqualTo(5 + 20);
    }

    @Test
    void neverGrantsMoreThanTheBurstAndWhatCameBackSince() {
        SplittableRandom random = new SplittableRandom(42);
        for (int history = 0; history < 500; history++) {
            Limit limit = new Limit(1 + random.nextInt(50), 1 + random.nextInt(50));
            Allowance now = Allowance.full(limit, 0);
            long at = 0;
            int granted = 0;
            for (int i = 0; i < 200; i++) {
                // A clock that is set back gives nothing.
                at += random.nextInt(-20, 100);
                now = now.after(limit, Math.max(at, now.at()));
                granted += now.granted() ? 1 : 0;
            }
            assertThat(granted).isLessThanOrEqualTo((int) (limit.burst() + now.at() / 1000.0 * limit.perSecond() + 1));
        }
    }

    @Test
    void isForgottenWhenNothingIsMissing() {
        Allowance one = Allowance.full(LIMIT, 0).after(LIMIT, 0);
        assertThat(one.isFull(LIMIT, 499)).isFalse();
        assertThat(one.isFull(LIMIT, 500)).isTrue();
    }

    @Test
    void noLimitIsNone() {
        assertThat(new Limit(1, 0).unlimited()).isTrue();
        assertThat(LIMIT.unlimited()).isFalse();
    }
}
