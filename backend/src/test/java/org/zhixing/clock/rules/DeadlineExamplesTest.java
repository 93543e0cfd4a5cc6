package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.clock.rules.CountedDay.Why;

class DeadlineExamplesTest {

    static List<Suspension> suspensions(String text) {
        List<Suspension> suspensions = new ArrayList<>();
        for (String span : text == null ? new String[0] : text.split(" ")) {
            String[] ends = span.split("/");
            suspensions.add(new Suspension(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])));
        }
        return suspensions;
    }

    @ParameterizedTest(name = "{0} + {1} {2} suspended {4} = {5}")
    @CsvSource({
        "2022-10-10, 3, DAY, NEXT, , 2022-10-13",
        "2022-09-28, 3, DAY, NEXT, , 2022-10-08",
        "2022-10-10, 40, DAY, NEXT, , 2022-11-21",
        "2022-03-31, 1, MONTH, NEXT, , 2022-05-05",
        "2024-01-31, 1, MONTH, NEXT, , 2024-02-29",
        "2022-01-24, 15, WORKDAY, NEXT, , 2022-02-17",
        "2022-10-10, 40, DAY, NEXT, 2022-10-20/2022-11-03, 2022-12-05",
        "2022-10-10, 1, MONTH, NEXT, 2022-11-05/2022-11-08 2022-11-12/2022-11-14, 2022-11-15",
    })
    void theWorkedExamples(
            LocalDate start, int period, PeriodUnit unit, RollOver rollOver, String suspended, LocalDate due) {
        Deadline deadline = new Deadline(start, period, unit, suspensions(suspended), rollOver);

        assertThat(deadline.due(Calendars.COURT)).isEqualTo(new Due(due, false));
        assertThat(deadline.compute(Calendars.COURT).due()).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} + {1} {2} {3} suspended {4} = {5}")
    @CsvSource({
        // rolling: a hard end goes back, NONE stays
        "2022-09-28, 3, DAY, PREVIOUS, , 2022-09-30",
        "2022-09-28, 3, DAY, NONE, , 2022-10-01",
        // a suspension over the start counts from its resume on
        "2022-10-10, 3, DAY, NEXT, 2022-10-01/2022-10-12, 2022-10-14",
        "2022-10-10, 3, DAY, NEXT, 2022-10-10/2022-10-11, 2022-10-13",
        "2022-10-10, 3, DAY, NEXT, 2022-09-01/2022-10-11, 2022-10-13",
        // one that begins the day after the end changes nothing; one on the end pushes it
        "2022-10-10, 3, DAY, NEXT, 2022-10-14/2022-10-20, 2022-10-13",
        "2022-10-10, 3, DAY, NEXT, 2022-10-13/2022-10-14, 2022-10-14",
        // overlapping ones are united
        "2022-10-10, 40, DAY, NEXT, 2022-10-25/2022-11-03 2022-10-20/2022-10-30, 2022-12-05",
        // Saturday the 15th cannot roll to a suspended Monday
        "2022-10-10, 5, DAY, NEXT, 2022-10-17/2022-10-19, 2022-10-19",
        "2022-10-10, 5, WORKDAY, NEXT, 2022-10-12/2022-10-13, 2022-10-18",
        "2022-01-31, 1, MONTH, NEXT, , 2022-02-28",
        "2022-08-31, 6, MONTH, NEXT, , 2023-02-28",
        // back from a hard end: 2022-10-15 is a Saturday, the 8th an adjusted working Saturday
        "2022-10-16, -1, DAY, PREVIOUS, , 2022-10-14",
        "2022-10-15, -7, DAY, PREVIOUS, , 2022-10-08",
        "2022-10-14, -7, DAY, PREVIOUS, , 2022-09-30",
        "2022-10-10, -2, WORKDAY, PREVIOUS, , 2022-10-08",
        "2022-03-31, -1, MONTH, NONE, , 2022-02-28"
    })
    void theEdges(LocalDate start, int period, PeriodUnit unit, RollOver rollOver, String suspended, LocalDate due) {
        Deadline deadline = new Deadline(start, period, unit, suspensions(suspended), rollOver);

        assertThat(deadline.due(Calendars.COURT).on()).isEqualTo(due);
        assertThat(deadline.compute(Calendars.COURT).due()).isEqualTo(due);
    }

    @Test
    void aDueDateExplainsItself() {
        DueDate due = new Deadline(LocalDate.of(2022, 9, 28), 3, PeriodUnit.DAY, List.of(), RollOver.NEXT)
                .compute(Calendars.COURT);

        assertThat(due.days())
                .startsWith(
                        new CountedDay(LocalDate.of(2022, 9, 28), false, Why.START, null),
                        new CountedDay(LocalDate.of(2022, 9, 29), true, Why.COUNTED, null))
                .contains(
                        new CountedDay(LocalDate.of(2022, 10, 1), true, Why.COUNTED, "国庆节"),
                        new CountedDay(LocalDate.of(2022, 10, 2), false, Why.HOLIDAY, "国庆节"))
                .endsWith(new CountedDay(LocalDate.of(2022, 10, 8), false, Why.ROLLED, "国庆节"))
                .hasSize(11);
    }

    @Test
    void workingDaysExplainThemselves() {
        DueDate due = new Deadline(
                        LocalDate.of(2022, 1, 27),
                        3,
                        PeriodUnit.WORKDAY,
                        suspensions("2022-01-28/2022-01-29"),
                        RollOver.NEXT)
                .compute(Calendars.COURT);

        assertThat(due.due()).isEqualTo("2022-02-07");
        assertThat(due.days().stream().map(CountedDay::why))
                .containsExactly(
                        Why.START,
                        Why.SUSPENDED,
                        Why.ADJUSTED_WORKDAY,
                        Why.ADJUSTED_WORKDAY,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.HOLIDAY,
                        Why.COUNTED);
    }

    @Test
    void rollingBackMarksTheCountedDay() {
        DueDate due = new Deadline(LocalDate.of(2022, 10, 13), 3, PeriodUnit.DAY, List.of(), RollOver.PREVIOUS)
                .compute(Calendars.COURT);

        assertThat(due.days())
                .containsExactly(
                        new CountedDay(LocalDate.of(2022, 10, 13), false, Why.START, null),
                        new CountedDay(LocalDate.of(2022, 10, 14), true, Why.ROLLED, null),
                        new CountedDay(LocalDate.of(2022, 10, 15), true, Why.COUNTED, null),
                        new CountedDay(LocalDate.of(2022, 10, 16), true, Why.COUNTED, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-20, 3, DAY, 2026-12-23, false",
        "2026-12-20, 40, DAY, 2027-01-29, true",
        "2026-09-30, 6, MONTH, 2027-03-30, true",
        "2026-12-25, 10, WORKDAY, 2027-01-11, true",
        "2020-12-30, 5, DAY, 2021-01-04, false",
        "2020-12-30, 3, WORKDAY, 2021-01-05, true",
        // fixed holidays are known in every year: 30 April 2027 + 2 days is Sunday 2 May
        "2027-04-28, 3, DAY, 2027-05-03, true"
    })
    void aYearWithoutACalendarMakesADateProvisional(
            LocalDate start, int period, PeriodUnit unit, LocalDate due, boolean provisional) {
        assertThat(new Deadline(start, period, unit, List.of(), RollOver.NEXT).due(Calendars.COURT))
                .isEqualTo(new Due(due, provisional));
    }

    @Test
    void refusesAPeriodThatIsNone() {
        LocalDate start = LocalDate.of(2022, 10, 10);
        assertThatThrownBy(() -> new Deadline(start, 0, PeriodUnit.DAY, List.of(), RollOver.NEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deadline(start, 3661, PeriodUnit.WORKDAY, List.of(), RollOver.NEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deadline(start, 121, PeriodUnit.MONTH, List.of(), RollOver.NEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Deadline(start, 1, PeriodUnit.DAY, suspensions("2022-01-01/2042-01-01"), RollOver.NEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suspension(start, start)).isInstanceOf(IllegalArgumentException.class);
    }
}
