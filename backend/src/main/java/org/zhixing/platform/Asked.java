package org.zhixing.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads filters out of the URL: what is wrong is a 400 that names the field, and not the 404 of JAX-RS. */
public final class Asked {
    private Asked() {}

    public static <E extends Enum<E>> @Nullable E choice(Class<E> type, String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.field(field, text, "field.unknown");
        }
    }

    /** A court date such as 2022-11-21. */
    public static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return PlainValues.day(text);
        } catch (DateTimeException malformed) {
            throw Refusal.field(field, text, "field.date");
        }
    }

    public static @Nullable UUID uuid(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.field(field, text, "field.id");
        }
    }
}
