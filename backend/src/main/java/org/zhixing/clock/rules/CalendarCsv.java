package org.zhixing.clock.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a year's calendar from its text form: {@code date,kind,name}, kind HOLIDAY or WORKDAY, dates 2022-10-01. */
public final class CalendarCsv {

    private static final String HEADER = "date,kind,name";

    private CalendarCsv() {}

    /** @throws CalendarRefused naming the line that is wrong */
    public static CalendarYear read(int year, String text) {
        List<String> lines =
                text.replace("\uFEFF", "").lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new CalendarRefused(CalendarRefused.Code.HEADER, 1, lines.isEmpty() ? "" : lines.get(0));
        }
        Map<LocalDate, String> holidays = new TreeMap<>();
        Map<LocalDate, String> workdays = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                line(lines.get(i), i + 1, holidays, workdays);
            }
        }
        if (holidays.isEmpty()) {
            throw new CalendarRefused(CalendarRefused.Code.EMPTY, 0, Integer.toString(year));
        }
        return new CalendarYear(year, true, holidays, workdays);
    }

    private static void line(String line, int at, Map<LocalDate, String> holidays, Map<LocalDate, String> workdays) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw new CalendarRefused(CalendarRefused.Code.CELLS, at, line);
        }
        LocalDate date = date(cells[0].strip(), at);
        Map<LocalDate, String> days;
        if (cells[1].strip().equals("HOLIDAY")) {
            days = holidays;
        } else if (cells[1].strip().equals("WORKDAY")) {
            days = workdays;
        } else {
            throw new CalendarRefused(CalendarRefused.Code.KIND, at, cells[1]);
        }
        if (days.put(date, cells[2].strip()) != null) {
            throw new CalendarRefused(CalendarRefused.Code.TWICE, at, cells[0]);
        }
    }

    private static LocalDate date(String text, int at) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CalendarRefused(CalendarRefused.Code.DATE, at, text);
        }
    }
}
