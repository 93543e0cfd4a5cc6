package org.zhixing.clock.rules;

import java.time.LocalDate;

/**
 * When a period ends.
 *
 * @param on the due date; the period ends at 24:00 Asia/Shanghai of it
 * @param provisional whether a year whose calendar is not published had a say
 */
public record Due(LocalDate on, boolean provisional) {}
