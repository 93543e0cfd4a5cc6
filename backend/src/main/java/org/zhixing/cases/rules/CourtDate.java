package org.zhixing.cases.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date as registers write it. */
public final class CourtDate {

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)(?:T0{1,2}:00(?::00(?:\\.0+)?)?)?");

    private CourtDate() {}

    /** Takes {@code 2022-03-01}, {@code 2022/3/1}, {@code 2022.3.1} and {@code 2022年3月1日}, midnight allowed. */
    public static Checked<LocalDate> check(String text) {
        Matcher shape = SHAPE.matcher(text.length() > 40 ? "" : joined(text));
        if (!shape.matches()) {
            return Checked.bad(ReasonCode.DATE_SYNTAX);
        }
        boolean han = shape.group(5) != null;
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(shape.group(1)),
                    Integer.parseInt(shape.group(han ? 5 : 3)),
                    Integer.parseInt(shape.group(han ? 6 : 4)));
            return date.isBefore(EARLIEST) ? Checked.bad(ReasonCode.DATE_TOO_EARLY) : Checked.good(date);
        } catch (DateTimeException e) {
            return Checked.bad(ReasonCode.DATE_NOT_REAL);
        }
    }

    /** Blanks vanish, but the one before a time must not glue the hour to the day. */
    private static String joined(String text) {
        return CellText.narrow(CellText.tidy(text).replaceFirst("\\s+(?=\\d{1,2}:)", "T"));
    }
}
