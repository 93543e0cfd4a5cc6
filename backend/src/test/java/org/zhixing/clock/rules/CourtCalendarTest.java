package org.zhixing.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourtCalendarTest {

    /** Days off and days of making up in each year, as the State Council's notices have them. */
    @ParameterizedTest
    @CsvSource({"2021, 31, 7", "2022, 32, 7", "2023, 26, 7", "2024, 28, 8", "2025, 28, 5", "2026, 33, 6"})
    void theShippedYears(int year, int holidays, int workdays) {
        CalendarYear calendar = Calendars.shipped(year);

        assertThat(calendar.holidays()).hasSize(holidays);
        assertThat(calendar.workdays()).hasSize(workdays);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-29, ADJUSTED_WORKDAY, 春节",
        "2022-01-31, HOLIDAY, 春节",
        "2022-02-07, WORKDAY,",
        "2022-04-30, HOLIDAY, 劳动节",
        "2022-10-08, ADJUSTED_WORKDAY, 国庆节",
        "2022-10-15, WEEKEND,",
        "2022-12-31, HOLIDAY, 元旦",
        "2025-05-02, HOLIDAY, 劳动节",
        "2026-01-04, ADJUSTED_WORKDAY, 元旦",
        // not published: the fixed dates only
        "2027-01-01, HOLIDAY, 元旦",
        "2027-02-08, WORKDAY,",
        "2027-05-02, HOLIDAY, 劳动节",
        "2027-05-03, WORKDAY,",
        "2027-10-01, HOLIDAY, 国庆节",
        "2027-10-04, WORKDAY,",
        "2027-10-09, WEEKEND,",
        "2019-05-02, WORKDAY,"
    })
    void knowsEachDay(LocalDate date, DayKind kind, String name) {
        assertThat(Calendars.COURT.kind(date)).isEqualTo(kind);
        assertThat(Calendars.COURT.name(date)).isEqualTo(name);
    }

    @Test
    void countsWorkingDays() {
        assertThat(Calendars.COURT.workdaysBetween(LocalDate.of(2022, 9, 30), LocalDate.of(2022, 10, 10)))
                .isEqualTo(3);
        assertThat(Calendars.COURT.workdaysBetween(LocalDate.of(2022, 10, 10), LocalDate.of(2022, 10, 10)))
                .isZero();
        assertThat(Calendars.COURT.workdayAfter(LocalDate.of(2022, 9, 30))).isEqualTo("2022-10-08");
    }

    @Test
    void aYearThatIsNotPublishedDecidesNothing() {
        LocalDate date = LocalDate.of(2027, 2, 8);
        CalendarYear draft = new CalendarYear(2027, false, Map.of(date, "春节"), Map.of());

        assertThat(CourtCalendar.of(Map.of(2027, draft)).works(date)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day,kind,name|HEADER|1",
                "date,kind,name|EMPTY|0",
                "date,kind,name;2022-10-01,HOLIDAY|CELLS|2",
                "date,kind,name;2022-10-01,HOLIDAY,国庆节;2022-02-30,HOLIDAY,春节|DATE|3",
                "date,kind,name;2022-10-01,FREE,国庆节|KIND|2",
                "date,kind,name;2022-10-01,HOLIDAY,国庆节;2022-10-01,HOLIDAY,国庆节|TWICE|3",
                "date,kind,name;2023-10-01,HOLIDAY,国庆节|OTHER_YEAR|0",
                "date,kind,name;2022-10-01,HOLIDAY,国庆节;2022-10-01,WORKDAY,国庆节|HOLIDAY_AND_WORKDAY|0",
                "date,kind,name;2022-10-01,HOLIDAY,国庆节;2022-10-10,WORKDAY,国庆节|WORKDAY_NOT_WEEKEND|0"
            })
    void refusesACalendarThatIsNone(String text, CalendarRefused.Code code, int line) {
        assertThatThrownBy(() -> CalendarCsv.read(2022, text.replace(';', '\n')))
                .isInstanceOfSatisfying(CalendarRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.line()).isEqualTo(line);
                });
    }
}
