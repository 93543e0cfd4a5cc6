package org.zhixing.clock.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.CalendarCsv;
import org.zhixing.clock.rules.CalendarRefused;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Refusal.FieldError;

/** A year's calendar as it is uploaded: JSON as it is read, or the lines {@code date,kind,name}. */
@RegisterForReflection
@Schema(name = "CalendarRequest")
public record CalendarBody(
        @Schema(description = "The year of the address, if given") @Nullable
        Integer year,

        @Schema(description = "What is uploaded is published; true if given") @Nullable
        Boolean published,

        @Schema(required = true) @Nullable List<CalendarView.@Nullable Day> holidays,
        @Nullable List<CalendarView.@Nullable Day> workdays) {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;
    private static final int LONGEST_NAME = 50;

    static CalendarYear readJson(int year, byte[] body, ObjectMapper mapper) throws JsonProcessingException {
        CalendarBody read;
        try {
            read = mapper.readValue(body, CalendarBody.class);
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (read == null) {
            throw Refusal.of(400, "malformed");
        }
        return read.calendar(year);
    }

    static CalendarYear readCsv(int year, byte[] body) {
        try {
            return CalendarCsv.read(year, text(body));
        } catch (CalendarRefused refused) {
            throw Refusal.fields(List.of(error(refused)));
        }
    }

    /** Spreadsheets here still save GB18030. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(body, Charset.forName("GB18030"));
        }
    }

    private CalendarYear calendar(int wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (year != null && year != wanted) {
            errors.add(FieldError.of("year", year, "calendar.year", wanted));
        }
        if (Boolean.FALSE.equals(published)) {
            errors.add(FieldError.of("published", "false", "calendar.unpublished"));
        }
        Map<LocalDate, String> off = days("holidays", holidays, errors);
        Map<LocalDate, String> on = days("workdays", workdays, errors);
        if (errors.isEmpty() && off.isEmpty()) {
            errors.add(FieldError.of("holidays", null, "calendar.EMPTY", 0, wanted));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        try {
            return new CalendarYear(wanted, true, off, on);
        } catch (CalendarRefused refused) {
            throw Refusal.fields(List.of(error(refused)));
        }
    }

    private static Map<LocalDate, String> days(
            String field, @Nullable List<CalendarView.@Nullable Day> given, List<FieldError> errors) {
        Map<LocalDate, String> days = new TreeMap<>();
        List<CalendarView.@Nullable Day> all = given == null ? List.of() : given;
        for (int i = 0; i < all.size(); i++) {
            String at = field + "[" + i + "]";
            CalendarView.Day day = all.get(i);
            LocalDate date = day == null ? null : day.date();
            String name = day == null || day.name() == null ? "" : day.name().strip();
            if (date == null) {
                errors.add(FieldError.of(at + ".date", null, "field.required"));
            } else if (name.length() > LONGEST_NAME) {
                errors.add(FieldError.of(at + ".name", name, "field.length", LONGEST_NAME));
            } else if (days.put(date, name) != null) {
                errors.add(FieldError.of(at + ".date", date, "calendar.TWICE", 0, date));
            }
        }
        return days;
    }

    private static FieldError error(CalendarRefused refused) {
        String field = refused.line() == 0 ? "calendar" : "line[" + refused.line() + "]";
        return FieldError.of(field, refused.value(), "calendar." + refused.code(), refused.line(), refused.value());
    }
}
