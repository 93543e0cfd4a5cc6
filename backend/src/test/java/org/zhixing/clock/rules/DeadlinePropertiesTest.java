package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class DeadlinePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);

    /** Starts before the first published year to after the last. */
    private static final Gen<LocalDate> STARTS = integers().between(0, 2800).map(FIRST::plusDays);

    private static final Gen<Suspension> SUSPENSIONS = integers()
            .between(-20, 2900)
            .zip(integers().between(1, 40), (from, days) -> {
                LocalDate first = FIRST.plusDays(from);
                return new Suspension(first, first.plusDays(days));
            });

    /** Suspensions around one start, or they would hardly ever meet the period. */
    private static final Gen<List<Suspension>> NEAR = lists().of(SUSPENSIONS).ofSizeBetween(0, 5);

    private static Gen<Deadline> deadlines(int least) {
        return deadlines(least, RollOver.values());
    }

    /** Months are an eighth of what days are, so that all units run about as long; never 0 of anything. */
    private static int period(int days, PeriodUnit unit) {
        int period = unit == PeriodUnit.MONTH ? days / 8 : days;
        return period == 0 ? 1 : period;
    }

    private static Gen<Deadline> deadlines(int least, RollOver... rollOvers) {
        return STARTS.zip(
                        integers().between(least, 90),
                        arbitrary().enumValues(PeriodUnit.class),
                        arbitrary().pick(List.of(rollOvers)),
                        (start, days, unit, rollOver) ->
                                new Deadline(start, period(days, unit), unit, List.of(), rollOver))
                .zip(NEAR, DeadlinePropertiesTest::suspended);
    }

    /** Moves the suspensions to where the period runs. */
    private static Deadline suspended(Deadline deadline, List<Suspension> suspensions) {
        List<Suspension> near = new ArrayList<>();
        for (Suspension suspension : suspensions) {
            long offset = Math.floorMod(suspension.from().toEpochDay(), 120) - 10;
            long days = ChronoUnit.DAYS.between(suspension.from(), suspension.resume());
            LocalDate from = deadline.start().plusDays(offset);
            near.add(new Suspension(from, from.plusDays(days)));
        }
        return with(deadline, near);
    }

    private static Deadline with(Deadline deadline, List<Suspension> suspensions) {
        return new Deadline(deadline.start(), deadline.period(), deadline.unit(), suspensions, deadline.rollOver());
    }

    @Test
    void theExplanationAgreesWithTheFastPath() {
        qt().withExamples(10_000).forAll(deadlines(-90)).checkAssert(deadline -> {
            DueDate explained = deadline.compute(Calendars.COURT);
            assertThat(new Due(explained.due(), explained.provisional())).isEqualTo(deadline.due(Calendars.COURT));
        });
    }

    @Test
    void aDueDateThatRollsIsNeverARestDay() {
        qt().withExamples(5_000)
                .forAll(deadlines(-90, RollOver.NEXT, RollOver.PREVIOUS))
                .check(deadline ->
                        Calendars.COURT.works(deadline.due(Calendars.COURT).on()));
    }

    @Test
    void aDueDateThatRollsOnIsNeverSuspended() {
        qt().withExamples(5_000).forAll(deadlines(1, RollOver.NEXT)).check(deadline -> deadline.suspensions().stream()
                .noneMatch(suspension ->
                        suspension.covers(deadline.due(Calendars.COURT).on())));
    }

    @Test
    void addingASuspensionNeverMovesADateEarlier() {
        qt().withExamples(10_000).forAll(deadlines(-90), SUSPENSIONS).checkAssert((deadline, added) -> {
            List<Suspension> more =
                    new ArrayList<>(suspended(deadline, List.of(added)).suspensions());
            more.addAll(deadline.suspensions());
            assertThat(with(deadline, more).due(Calendars.COURT).on())
                    .isAfterOrEqualTo(deadline.due(Calendars.COURT).on());
        });
    }

    @Test
    void asManyDaysAreCountedAsThePeriodHas() {
        qt().withExamples(5_000).forAll(deadlines(1)).checkAssert(deadline -> assertThat(
                        deadline.compute(Calendars.COURT).days())
                .filteredOn(CountedDay::counted)
                .hasSize(
                        deadline.unit() == PeriodUnit.MONTH
                                ? (int) ChronoUnit.DAYS.between(
                                        deadline.start(), deadline.start().plusMonths(deadline.period()))
                                : deadline.period()));
    }

    @Test
    void theDaysAreEveryDayOnceInOrder() {
        qt().withExamples(5_000).forAll(deadlines(-90)).checkAssert(deadline -> {
            DueDate due = deadline.compute(Calendars.COURT);
            List<LocalDate> dates = due.days().stream().map(CountedDay::date).toList();
            LocalDate first = dates.get(0);
            assertThat(dates)
                    .isEqualTo(first.datesUntil(first.plusDays(dates.size())).toList())
                    .contains(deadline.start(), due.due());
        });
    }

    @Test
    void unitingIsIdempotentAndKeepsTheDays() {
        qt().withExamples(5_000).forAll(deadlines(1)).checkAssert(deadline -> {
            List<Suspension> united = Suspension.unite(deadline.suspensions());
            assertThat(Suspension.unite(united)).isEqualTo(united);
            for (int i = 1; i < united.size(); i++) {
                assertThat(united.get(i).from()).isAfter(united.get(i - 1).resume());
            }
        });
        qt().withExamples(2_000)
                .forAll(lists().of(SUSPENSIONS).ofSizeBetween(0, 40), integers().between(-20, 2950))
                .check((suspensions, day) -> {
                    LocalDate date = FIRST.plusDays(day);
                    return suspensions.stream().anyMatch(s -> s.covers(date))
                            == Suspension.unite(suspensions).stream().anyMatch(s -> s.covers(date));
                });
    }
}
