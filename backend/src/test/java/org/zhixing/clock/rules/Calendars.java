package org.zhixing.clock.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The calendars a new court starts with. */
public final class Calendars {

    public static final CourtCalendar COURT = CourtCalendar.of(shipped());

    private Calendars() {}

    static Map<Integer, CalendarYear> shipped() {
        Map<Integer, CalendarYear> years = new HashMap<>();
        for (int year = 2021; year <= 2026; year++) {
            years.put(year, shipped(year));
        }
        return years;
    }

    static CalendarYear shipped(int year) {
        try (InputStream csv = Calendars.class.getResourceAsStream("/calendar/" + year + ".csv")) {
            return CalendarCsv.read(
                    year, new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
