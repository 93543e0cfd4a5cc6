package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.zhixing.clock.rules.NoticeSchedule.Notice;
import org.zhixing.clock.rules.NoticeSchedule.Owed;

class NoticeScheduleTest {
    private static final CourtCalendar CALENDAR = Calendars.COURT;
    private static final Gen<LocalDate> DUE = integers().between(0, 1900).map(LocalDate.of(2021, 1, 1)::plusDays);

    private static NoticeSchedule fresh(LocalDate due) {
        return new NoticeSchedule(due, CALENDAR.workdayAfter(due), null, 0);
    }

    @Test
    void onTheDueDateNothingIsOwedYet() {
        Owed owed = fresh(day("2022-10-13")).owed(day("2022-10-13"), CALENDAR, 10);
        assertThat(owed.notices()).isEmpty();
        assertThat(owed.nextOn()).isEqualTo("2022-10-14");
    }

    @Test
    void anOutageOverTheNationalHolidayIsMadeUpForWorkingDaysOnly() {
        Owed owed = fresh(day("2022-09-29")).owed(day("2022-10-08"), CALENDAR, 10);
        assertThat(owed.notices())
                .containsExactly(new Notice(day("2022-09-30"), 1, 1), new Notice(day("2022-10-08"), 2, 9));
        assertThat(owed.nextOn()).isEqualTo("2022-10-09");
    }

    @Test
    void nothingIsSentOnARestDayAndTheNextWorkingDaySendsOne() {
        NoticeSchedule friday = fresh(day("2022-11-04"));
        assertThat(friday.owed(day("2022-11-06"), CALENDAR, 10).notices()).isEmpty();
        assertThat(friday.owed(day("2022-11-07"), CALENDAR, 10).notices())
                .containsExactly(new Notice(day("2022-11-07"), 1, 3));
    }

    @Test
    void aDueDateThatMovedLaterStopsNoticesUntilItHasPassedAgain() {
        NoticeSchedule moved = new NoticeSchedule(day("2022-11-18"), day("2022-11-02"), day("2022-11-01"), 4);
        Owed owed = moved.owed(day("2022-11-10"), CALENDAR, 10);
        assertThat(owed.notices()).isEmpty();
        assertThat(owed.nextOn()).isEqualTo("2022-11-21");
        assertThat(new NoticeSchedule(moved.dueOn(), owed.nextOn(), moved.lastOn(), 4)
                        .owed(day("2022-11-21"), CALENDAR, 10)
                        .notices())
                .containsExactly(new Notice(day("2022-11-21"), 5, 3));
    }

    @Test
    void aDayThatWasNoticedIsNotNoticedAgainWhenTheScheduleIsSetBack() {
        NoticeSchedule setBack = new NoticeSchedule(day("2022-10-31"), day("2022-11-01"), day("2022-11-02"), 2);
        assertThat(setBack.owed(day("2022-11-03"), CALENDAR, 10).notices())
                .containsExactly(new Notice(day("2022-11-03"), 3, 3));
    }

    /** However the sweeps fall, each working day after the due date is noticed once and no other day is. */
    @Test
    void sweepsOnAnyDaysGiveEveryWorkingDayExactlyOnce() {
        qt().withExamples(2000)
                .forAll(
                        DUE,
                        integers().between(1, 60),
                        integers().between(1, 12),
                        integers().between(1, 9))
                .checkAssert((due, span, step, atMost) -> {
                    List<Notice> all = new ArrayList<>();
                    NoticeSchedule schedule = fresh(due);
                    LocalDate last = due.plusDays(span);
                    for (LocalDate today = due; ; today = earlier(today.plusDays(step), last)) {
                        Owed owed;
                        do {
                            owed = schedule.owed(today, CALENDAR, atMost);
                            all.addAll(owed.notices());
                            schedule = after(schedule, owed);
                        } while (!owed.nextOn().isAfter(today));
                        assertThat(owed.nextOn()).matches(CALENDAR::works);
                        if (today.equals(last)) {
                            break;
                        }
                    }
                    assertThat(all).extracting(Notice::forDay).containsExactlyElementsOf(workdays(due, last));
                    for (int i = 0; i < all.size(); i++) {
                        Notice notice = all.get(i);
                        assertThat(notice.dayNo()).isEqualTo(i + 1);
                        assertThat(notice.daysLate()).isEqualTo((int) ChronoUnit.DAYS.between(due, notice.forDay()));
                    }
                });
    }

    /** Whatever stands in the row, notices are working days, later than the due date and the last one, and in order. */
    @Test
    void anyScheduleGivesWorkingDaysInOrder() {
        qt().withExamples(2000)
                .forAll(
                        DUE,
                        integers().between(-30, 30),
                        integers().between(-30, 30),
                        integers().between(0, 60))
                .checkAssert((due, next, lastNoticed, span) -> {
                    LocalDate last = due.plusDays(lastNoticed);
                    LocalDate today = due.plusDays(span);
                    Owed owed = new NoticeSchedule(due, due.plusDays(next), last, 3).owed(today, CALENDAR, 100);
                    LocalDate before = last.isAfter(due) ? last : due;
                    for (Notice notice : owed.notices()) {
                        assertThat(notice.forDay())
                                .isAfter(before)
                                .isBeforeOrEqualTo(today)
                                .matches(CALENDAR::works);
                        before = notice.forDay();
                    }
                    assertThat(owed.nextOn()).isAfter(today).matches(CALENDAR::works);
                });
    }

    private static NoticeSchedule after(NoticeSchedule schedule, Owed owed) {
        int given = owed.notices().size();
        LocalDate last =
                given == 0 ? schedule.lastOn() : owed.notices().get(given - 1).forDay();
        return new NoticeSchedule(schedule.dueOn(), owed.nextOn(), last, schedule.count() + given);
    }

    private static List<LocalDate> workdays(LocalDate after, LocalDate upTo) {
        return after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(CALENDAR::works)
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
