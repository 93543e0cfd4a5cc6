package org.zhixing.clock.rules;

/** A year's calendar that cannot be taken. */
public class CalendarRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** The first line is not {@code date,kind,name}. */
        HEADER,
        /** A line does not have three cells. */
        CELLS,
        /** A date that is none. */
        DATE,
        /** A kind other than HOLIDAY and WORKDAY. */
        KIND,
        /** A date that stands twice. */
        TWICE,
        OTHER_YEAR,
        HOLIDAY_AND_WORKDAY,
        WORKDAY_NOT_WEEKEND,
        /** No holiday at all: some other file. */
        EMPTY
    }

    private final Code code;
    private final int line;
    private final String value;

    /** @param line the line of the file counted from 1, 0 if it is not a matter of one line */
    public CalendarRefused(Code code, int line, String value) {
        super(code + " at line " + line + ": " + value);
        this.code = code;
        this.line = line;
        this.value = value;
    }

    public Code code() {
        return code;
    }

    public int line() {
        return line;
    }

    public String value() {
        return value;
    }
}
