package org.zhixing.ledger.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhixing.cases.rules.CellText;
import org.zhixing.ledger.rules.MappingDocument.DateOrder;

/** Reads a date with or without a time as banks write it. */
final class StatementTime {
    private static final int FIRST_YEAR = 1990;
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"
            + "|(\\d{4})年(\\d{1,2})月(\\d{1,2})日|(\\d{4})(\\d{2})(\\d{2})(?=\\d{6}$|T|$)");
    private static final Pattern TIME = Pattern.compile(
            "T?(\\d{1,2})(?::|时)(\\d{1,2})(?:(?::|分)(?:(\\d{1,2})(?:\\.\\d{1,9})?秒?)?)?|T?(\\d{2})(\\d{2})(\\d{2})");

    private StatementTime() {}

    /** Takes {@code 2022-10-08 11:42:00}, {@code 2022/10/8}, {@code 20221008 114200}, {@code 2022年10月8日11时42分} and so on. */
    static Optional<LocalDateTime> read(String text, DateOrder order) {
        String tidy =
                CellText.narrow(CellText.tidy(text).replaceFirst("(?<=[0-9０-９])[\\s\\u00A0\\u3000]+(?=[0-9０-９])", "T"));
        Matcher date = DATE.matcher(tidy);
        if (tidy.length() > 40 || !date.lookingAt()) {
            return Optional.empty();
        }
        String rest = tidy.substring(date.end());
        try {
            LocalDate day = day(date, order);
            Optional<LocalTime> time = rest.isEmpty() ? Optional.of(LocalTime.MIDNIGHT) : time(rest);
            return day.getYear() < FIRST_YEAR ? Optional.empty() : time.map(day::atTime);
        } catch (DateTimeException notReal) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        Matcher time = TIME.matcher(CellText.narrow(text));
        if (!time.matches()) {
            return Optional.empty();
        }
        boolean joined = time.group(4) != null;
        String second = time.group(joined ? 6 : 3);
        try {
            return Optional.of(LocalTime.of(
                    Integer.parseInt(time.group(joined ? 4 : 1)),
                    Integer.parseInt(time.group(joined ? 5 : 2)),
                    second == null ? 0 : Integer.parseInt(second)));
        } catch (DateTimeException notReal) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher date, DateOrder order) {
        if (date.group(5) != null) {
            return of(date.group(5), date.group(6), date.group(7));
        }
        if (date.group(8) != null) {
            return of(date.group(8), date.group(9), date.group(10));
        }
        String first = date.group(1);
        String second = date.group(3);
        String third = date.group(4);
        if (first.length() == 4) {
            return of(first, second, third);
        }
        return switch (order) {
            case YEAR_FIRST -> throw new DateTimeException("The year must stand first");
            case DAY_FIRST -> of(third, second, first);
            case MONTH_FIRST -> of(third, first, second);
        };
    }

    private static LocalDate of(String year, String month, String day) {
        if (year.length() != 4 || day.length() > 2) {
            throw new DateTimeException("A year has four digits");
        }
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
