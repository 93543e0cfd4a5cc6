package org.zhixing.clock.rules;

import java.time.LocalDate;

/**
 * When a period ends.
 *
 * @param on the due date; the period ends at 24:00 Asia/Shanghai of it; {@link #NEVER} while nobody knows when it resumes
 * @param provisional whether a year whose calendar is not published had a say
 */
public record Due(LocalDate on, boolean provisional) {
    /** Stands for the day nobody can name yet: the end of an open-ended suspension, and the due date that waits for it. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static final Due WAITS = new Due(NEVER, false);
}
