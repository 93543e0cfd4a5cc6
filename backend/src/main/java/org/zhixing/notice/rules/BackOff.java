package org.zhixing.notice.rules;

import java.time.Duration;

/**
 * How long a delivery that failed waits for its next try: twice as long each time, at most six hours, and up to a fifth
 * more so that what failed together does not come back together.
 */
public final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);

    private BackOff() {}

    /**
     * The wait after the given number of failed tries, 1 or more.
     *
     * @param spread within 0…1, by chance
     */
    public static Duration after(int failures, double spread) {
        Duration wait = FIRST;
        for (int i = 1; i < failures && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        Duration plain = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        return plain.plusMillis((long) (plain.toMillis() * 0.2 * spread));
    }
}
