package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.CalendarRefused;
import org.zhixing.clock.rules.CalendarYear;

/** A year's arrangement of holidays as a form hands it in. */
public record CalendarForm(
        @Nullable Integer year,
        @Nullable List<@Nullable Day> holidays,
        @Nullable List<@Nullable Day> workdays) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_NAME = 50;

    /** A day and the holiday it belongs to. */
    public record Day(@Nullable LocalDate date, @Nullable String name) {}

    public static CalendarForm of(CalendarYear year) {
        return new CalendarForm(year.year(), days(year.holidays()), days(year.workdays()));
    }

    private static List<@Nullable Day> days(Map<LocalDate, String> days) {
        return days.entrySet().stream()
                .<@Nullable Day>map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    public Faults check() {
        Faults faults = new Faults();
        faults.range("year", year, FIRST_YEAR, LAST_YEAR);
        Map<LocalDate, String> off = read(faults, "holidays", holidays);
        Map<LocalDate, String> on = read(faults, "workdays", workdays);
        if (faults.none() && year != null) {
            faults.unless(!off.isEmpty(), "holidays", null, "calendar.EMPTY", 0, year);
            try {
                new CalendarYear(year, true, off, on);
            } catch (CalendarRefused refused) {
                faults.add(place(refused.value()), refused.value(), "calendar." + refused.code(), 0, refused.value());
            }
        }
        return faults;
    }

    /** Where the day stands that the year does not take. */
    private String place(String date) {
        for (String field : List.of("workdays", "holidays")) {
            List<@Nullable Day> days =
                    Objects.requireNonNullElse(field.equals("workdays") ? workdays : holidays, List.of());
            for (int i = 0; i < days.size(); i++) {
                Day day = days.get(i);
                if (day != null && String.valueOf(day.date()).equals(date)) {
                    return field + "[" + i + "].date";
                }
            }
        }
        return "year";
    }

    private static Map<LocalDate, String> read(Faults faults, String field, @Nullable List<@Nullable Day> given) {
        Map<LocalDate, String> days = new TreeMap<>();
        List<@Nullable Day> all = Objects.requireNonNullElse(given, List.of());
        faults.unless(all.size() <= MOST_DAYS, field, all.size(), "field.items", MOST_DAYS);
        for (int i = 0; i < all.size(); i++) {
            String at = field + "[" + i + "]";
            Day day = all.get(i);
            LocalDate date = day == null ? null : day.date();
            String name = day == null || day.name() == null ? "" : day.name().strip();
            if (date == null) {
                faults.add(at + ".date", null, "field.required");
            } else {
                faults.unless(name.length() <= LONGEST_NAME, at + ".name", name, "field.length", LONGEST_NAME);
                faults.unless(days.put(date, name) == null, at + ".date", date, "calendar.TWICE", 0, date);
            }
        }
        return days;
    }

    /** The year, published; only after {@link #check} found no fault. */
    public CalendarYear calendar() {
        Faults unseen = new Faults();
        return new CalendarYear(
                Objects.requireNonNull(year, "not checked"),
                true,
                read(unseen, "holidays", holidays),
                read(unseen, "workdays", workdays));
    }
}
