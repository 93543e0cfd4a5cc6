package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;
import org.zhixing.clock.rules.CountedDay.Why;

/** Open ends, extensions, and what remains of a deferred payment. Dates of 2022 by the real calendar. */
class PausedDeadlineTest {
    private static final LocalDate START = LocalDate.of(2022, 10, 10);

    /** A span such as 2022-10-20/ has no end. */
    static List<Suspension> spans(String text) {
        List<Suspension> spans = new ArrayList<>();
        for (String span : text == null ? new String[0] : text.split(" ")) {
            String[] ends = span.split("/");
            spans.add(
                    new Suspension(LocalDate.parse(ends[0]), ends.length == 1 ? Due.NEVER : LocalDate.parse(ends[1])));
        }
        return spans;
    }

    @ParameterizedTest(name = "{0} {1}, suspended {2}, extended {3} = {4}")
    @CsvSource({
        // an open end waits, wherever it begins up to the due date, and changes nothing after it
        "40, DAY, 2022-10-20/, 0, 9999-12-31",
        "40, DAY, 2022-10-01/, 0, 9999-12-31",
        "40, DAY, 2022-10-10/, 0, 9999-12-31",
        "40, DAY, 2022-11-19/, 0, 9999-12-31",
        "40, DAY, 2022-11-21/, 0, 9999-12-31",
        "40, DAY, 2022-11-22/, 0, 2022-11-21",
        "1, MONTH, 2022-11-10/, 0, 9999-12-31",
        "1, MONTH, 2022-11-11/, 0, 2022-11-10",
        "5, WORKDAY, 2022-10-17/, 0, 9999-12-31",
        "5, WORKDAY, 2022-10-18/, 0, 2022-10-17",
        // several open ends, and an open one that swallows closed ones
        "40, DAY, 2022-10-20/ 2022-11-01/, 0, 9999-12-31",
        "40, DAY, 2022-10-20/ 2022-10-12/2022-10-15 2022-11-01/2022-11-05, 0, 9999-12-31",
        // a closed one may push the period into an open one
        "40, DAY, 2022-10-20/2022-10-24 2022-11-22/, 0, 9999-12-31",
        // granted days follow the period and are pushed with it: 40 + 10 end on 29 November
        "40, DAY, , 10, 2022-11-29",
        "40, DAY, 2022-10-20/2022-11-03, 10, 2022-12-13",
        "40, DAY, 2022-11-25/2022-11-28, 10, 2022-12-02",
        "40, DAY, 2022-11-25/, 10, 9999-12-31",
        "40, DAY, 2022-11-30/, 10, 2022-11-29",
        "6, MONTH, , 30, 2023-05-10",
        // of working days granted days are calendar days: 17 October and 10 more
        "5, WORKDAY, , 10, 2022-10-27",
        // touching and nested periods are one
        "40, DAY, 2022-10-20/2022-10-27 2022-10-27/2022-11-03, 0, 2022-12-05",
        "40, DAY, 2022-10-22/2022-10-24 2022-10-20/2022-11-03, 0, 2022-12-05",
    })
    void openEndsAndGrantedDays(int period, PeriodUnit unit, String suspended, int extension, LocalDate due) {
        agree(new Deadline(START, period, unit, spans(suspended), RollOver.NEXT, extension, 0), due);
    }

    @ParameterizedTest(name = "money received {0}, deferred {1}: due {2}")
    @CsvSource({
        // 15 working days from 10 October end on the 31st
        "2022-10-10, , 2022-10-31",
        // when the deferral ends 10 days remain, the day it ends being the first of them
        "2022-10-10, 2022-10-20/2022-11-10, 2022-11-21",
        "2022-10-10, 2022-10-11/2022-11-07, 2022-11-16",
        // yet never fewer than without it
        "2022-10-10, 2022-10-12/2022-10-14, 2022-10-31",
        "2022-10-10, 2022-09-01/2022-10-11, 2022-10-31",
        // deferred while it was already late: it stays late
        "2022-10-10, 2022-11-01/2022-12-01, 2022-10-31",
        "2022-10-10, 2022-10-31/2022-11-02, 2022-11-11",
        // deferred again within the days that remained, and after them
        "2022-10-10, 2022-10-20/2022-11-10 2022-11-18/2022-12-01, 2022-12-12",
        "2022-10-10, 2022-10-20/2022-11-10 2022-11-22/2022-12-01, 2022-11-21",
        "2022-10-10, 2022-10-20/, 9999-12-31",
        "2022-10-10, 2022-10-20/2022-11-10 2022-11-15/, 9999-12-31",
    })
    void tenDaysRemainToPayOut(LocalDate received, String deferred, LocalDate due) {
        agree(new Deadline(received, 15, PeriodUnit.WORKDAY, spans(deferred), RollOver.NEXT, 0, 10), due);
    }

    private static void agree(Deadline deadline, LocalDate due) {
        assertThat(deadline.due(Calendars.COURT)).isEqualTo(new Due(due, false));
        assertThat(deadline.compute(Calendars.COURT).due()).isEqualTo(due);
    }

    @Test
    void grantedAndRemainingDaysSayWhatTheyAre() {
        DueDate extended = new Deadline(START, 3, PeriodUnit.DAY, spans("2022-10-14/2022-10-16"), RollOver.NEXT, 2, 0)
                .compute(Calendars.COURT);
        assertThat(extended.days())
                .extracting(CountedDay::why)
                .containsExactly(
                        Why.START,
                        Why.COUNTED,
                        Why.COUNTED,
                        Why.COUNTED,
                        Why.SUSPENDED,
                        Why.SUSPENDED,
                        Why.EXTENDED,
                        Why.EXTENDED);
        DueDate deferred = new Deadline(
                        START, 2, PeriodUnit.WORKDAY, spans("2022-10-12/2022-10-14"), RollOver.NEXT, 0, 3)
                .compute(Calendars.COURT);
        assertThat(deferred.days())
                .extracting(CountedDay::why)
                .containsExactly(
                        Why.START,
                        Why.COUNTED,
                        Why.SUSPENDED,
                        Why.SUSPENDED,
                        Why.AFTER_DEFERRAL,
                        Why.AFTER_DEFERRAL,
                        Why.AFTER_DEFERRAL,
                        Why.ROLLED);
    }

    @Test
    void whatWaitsIsExplainedUpToTheDayFromWhichItWaits() {
        DueDate waits =
                new Deadline(START, 40, PeriodUnit.DAY, spans("2022-10-13/"), RollOver.NEXT).compute(Calendars.COURT);
        assertThat(waits.due()).isEqualTo(Due.NEVER);
        assertThat(waits.days())
                .extracting(CountedDay::why)
                .containsExactly(Why.START, Why.COUNTED, Why.COUNTED, Why.SUSPENDED);
    }

    @Test
    void aWaitingNodeHasNoDatesAndDueSoonCountsRunningDaysOnly() {
        NodeDates waits = NodeDates.of(
                new Deadline(START, 40, PeriodUnit.DAY, spans("2022-10-20/"), RollOver.NEXT),
                new java.math.BigDecimal("0.30"),
                Calendars.COURT);
        assertThat(waits).isEqualTo(new NodeDates(Due.NEVER, Due.NEVER, Due.NEVER, false));
        // 42 running days from 10 October to 5 December, 14 suspended: the last 13 running days are due soon.
        NodeDates moved = NodeDates.of(
                new Deadline(START, 40, PeriodUnit.DAY, spans("2022-10-20/2022-11-03"), RollOver.NEXT),
                new java.math.BigDecimal("0.30"),
                Calendars.COURT);
        assertThat(moved.dueSoonOn()).isEqualTo(LocalDate.of(2022, 11, 22));
        // Suspended days just before the due date are not days left.
        NodeDates late = NodeDates.of(
                new Deadline(START, 10, PeriodUnit.DAY, spans("2022-10-18/2022-12-01"), RollOver.NEXT),
                new java.math.BigDecimal("0.30"),
                Calendars.COURT);
        assertThat(late.dueOn()).isEqualTo(LocalDate.of(2022, 12, 5));
        assertThat(late.dueSoonOn()).isEqualTo(LocalDate.of(2022, 12, 1));
    }

    @Test
    void nothingSuspendedOrGrantedIsBeyondReason() {
        assertThatThrownBy(() -> new Deadline(START, 3, PeriodUnit.DAY, List.of(), RollOver.NEXT, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deadline(START, 3, PeriodUnit.DAY, List.of(), RollOver.NEXT, 3661, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final Gen<Suspension> NEAR = integers()
            .between(-20, 110)
            .zip(
                    integers().between(1, 45),
                    (from, days) -> new Suspension(
                            START.plusDays(from), days > 40 ? Due.NEVER : START.plusDays(from + (long) days)));

    private static Gen<Deadline> deadlines(int remaining) {
        return integers()
                .between(0, 1500)
                .map(START::plusDays)
                .zip(
                        integers().between(1, 60),
                        integers().between(0, 2),
                        integers().between(-20, 30),
                        lists().of(NEAR).ofSizeBetween(0, 5),
                        (start, period, unit, extension, near) -> new Deadline(
                                start,
                                unit == 2 ? 1 + period / 10 : period,
                                PeriodUnit.values()[unit],
                                near.stream()
                                        .map(each -> new Suspension(
                                                start.plusDays(each.from().toEpochDay() - START.toEpochDay()),
                                                each.endless()
                                                        ? Due.NEVER
                                                        : start.plusDays(
                                                                each.resume().toEpochDay() - START.toEpochDay())))
                                        .toList(),
                                RollOver.NEXT,
                                Math.max(0, extension),
                                remaining));
    }

    @Test
    void theExplanationAgreesWithTheFastPathAndEndsWhereItSays() {
        for (int remaining : new int[] {0, 10}) {
            qt().withFixedSeed(20220310L)
                    .withExamples(8_000)
                    .forAll(deadlines(remaining))
                    .checkAssert(deadline -> {
                        Due due = deadline.due(Calendars.COURT);
                        DueDate explained = deadline.compute(Calendars.COURT);
                        assertThat(new Due(explained.due(), explained.provisional()))
                                .isEqualTo(due);
                        CountedDay last = explained.days().get(explained.days().size() - 1);
                        if (due.on().equals(Due.NEVER)) {
                            assertThat(deadline.waits(last.date())).isTrue();
                        } else {
                            assertThat(last.date()).isEqualTo(due.on());
                            assertThat(deadline.suspended(due.on())).isFalse();
                            assertThat(Calendars.COURT.works(due.on())).isTrue();
                        }
                    });
        }
    }

    @Test
    void neitherOrderNorOverlapNorOneMoreSuspensionMovesADateEarlier() {
        for (int remaining : new int[] {0, 10}) {
            qt().withFixedSeed(35L)
                    .withExamples(8_000)
                    .forAll(deadlines(remaining))
                    .checkAssert(deadline -> {
                        List<Suspension> mixed = new ArrayList<>(deadline.suspensions());
                        Collections.reverse(mixed);
                        mixed.addAll(deadline.suspensions());
                        assertThat(with(deadline, mixed).due(Calendars.COURT)).isEqualTo(deadline.due(Calendars.COURT));
                        for (Suspension left : deadline.suspensions()) {
                            List<Suspension> fewer = new ArrayList<>(deadline.suspensions());
                            fewer.remove(left);
                            assertThat(with(deadline, fewer)
                                            .due(Calendars.COURT)
                                            .on())
                                    .isBeforeOrEqualTo(
                                            deadline.due(Calendars.COURT).on());
                        }
                    });
        }
    }

    @Test
    void endingAnOpenEndIsCountingAsIfItHadBeenClosedFromTheFirst() {
        qt().withFixedSeed(13L)
                .withExamples(4_000)
                .forAll(deadlines(0), integers().between(1, 60))
                .checkAssert((deadline, days) -> {
                    List<Suspension> ended = deadline.suspensions().stream()
                            .map(each -> each.endless()
                                    ? new Suspension(each.from(), each.from().plusDays(days))
                                    : each)
                            .toList();
                    Due due = with(deadline, ended).due(Calendars.COURT);
                    assertThat(due.on()).isBefore(Due.NEVER);
                    assertThat(due.on())
                            .isBeforeOrEqualTo(deadline.due(Calendars.COURT).on());
                });
    }

    private static Deadline with(Deadline deadline, List<Suspension> suspensions) {
        return new Deadline(
                deadline.start(),
                deadline.period(),
                deadline.unit(),
                suspensions,
                deadline.rollOver(),
                deadline.extension(),
                deadline.daysAfterPause());
    }
}
