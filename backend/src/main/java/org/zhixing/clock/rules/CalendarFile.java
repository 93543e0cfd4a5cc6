package org.zhixing.clock.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Due dates as an iCalendar file (RFC 5545): one all-day event a node, on its due date. */
public final class CalendarFile {
    private static final int LINE_OCTETS = 75;

    private CalendarFile() {}

    /**
     * An event.
     *
     * @param uid the same for as long as the node lives
     * @param sequence grows with every change
     * @param stampedOn what the file says of its own making: a fixed day, so that the same nodes give the same file
     */
    public record Entry(
            String uid,
            int sequence,
            LocalDate on,
            LocalDate stampedOn,
            String summary,
            String description,
            @Nullable String url) {}

    public static String of(String name, List<Entry> entries) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Zhixing//Enforcement nodes//ZH");
        line(file, "CALSCALE:GREGORIAN");
        line(file, "X-WR-CALNAME:" + text(name));
        line(file, "X-WR-TIMEZONE:Asia/Shanghai");
        line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line(file, "X-PUBLISHED-TTL:PT1H");
        entries.forEach(entry -> event(file, entry));
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private static void event(StringBuilder file, Entry entry) {
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + entry.uid());
        line(file, "DTSTAMP:" + date(entry.stampedOn()) + "T000000Z");
        line(file, "SEQUENCE:" + entry.sequence());
        line(file, "DTSTART;VALUE=DATE:" + date(entry.on()));
        line(file, "DTEND;VALUE=DATE:" + date(entry.on().plusDays(1)));
        line(file, "SUMMARY:" + text(entry.summary()));
        line(file, "DESCRIPTION:" + text(entry.description()));
        if (entry.url() != null) {
            line(file, "URL:" + entry.url());
        }
        line(file, "TRANSP:TRANSPARENT");
        line(file, "END:VEVENT");
    }

    private static String date(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    /** A text value: backslash, comma, semicolon and line end are escaped, other control characters left out. */
    static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\r\n?|\n", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Long lines are folded at 75 octets, never inside a character. */
    private static void line(StringBuilder file, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = new String(Character.toChars(line.codePointAt(i)));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += size;
            i += character.length();
        }
        file.append("\r\n");
    }
}
