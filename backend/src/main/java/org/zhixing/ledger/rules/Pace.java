package org.zhixing.ledger.rules;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long it took from the booking of money that arrived to the first order to pay of it.
 *
 * @param since the first day whose orders are counted
 * @param receipts how many receipts were first ordered of since
 * @param medianSeconds of them; null where there are none
 * @param within how many of them took no longer than {@link #BENCHMARK}
 */
public record Pace(LocalDate since, int receipts, @Nullable Long medianSeconds, int within) {
    /** What courts that do this well need. */
    public static final Duration BENCHMARK = Duration.ofMinutes(15);

    /** Days that are counted back from today. */
    public static final int DAYS = 30;
}
