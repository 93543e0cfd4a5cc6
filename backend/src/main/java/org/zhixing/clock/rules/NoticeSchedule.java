package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the overdue notices of a node have come: one a working day after its due date until it is rectified (clauses
 * 二(三)1 and 二(四)). All dates are court dates in Asia/Shanghai.
 *
 * @param dueOn the last day in time
 * @param nextOn the day from which notices are owed; it may lie behind after an outage
 * @param lastOn the last day noticed, or null
 * @param count notices given so far
 */
public record NoticeSchedule(
        LocalDate dueOn, LocalDate nextOn, @Nullable LocalDate lastOn, int count) {

    /**
     * The notice of one working day.
     *
     * @param dayNo 1 for the node's first notice; the circle widens by it
     * @param daysLate calendar days after the due date
     */
    public record Notice(LocalDate forDay, int dayNo, int daysLate) {}

    /** The notices owed, earliest first, and the working day on which the next one is. */
    public record Owed(List<Notice> notices, LocalDate nextOn) {}

    /** One notice for each working day missed up to and including today, at most so many; none for a rest day. */
    public Owed owed(LocalDate today, CourtCalendar calendar, int atMost) {
        List<Notice> notices = new ArrayList<>();
        LocalDate day = calendar.workdayFrom(first());
        while (!day.isAfter(today) && notices.size() < atMost) {
            int late = Math.toIntExact(ChronoUnit.DAYS.between(dueOn, day));
            notices.add(new Notice(day, count + notices.size() + 1, late));
            day = calendar.workdayAfter(day);
        }
        return new Owed(List.copyOf(notices), day);
    }

    /** A due date that moved, or a day noticed before it moved, must give neither an early notice nor a second one. */
    private LocalDate first() {
        LocalDate first = later(nextOn, dueOn.plusDays(1));
        return lastOn == null ? first : later(first, lastOn.plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
