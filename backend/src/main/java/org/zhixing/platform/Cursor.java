package org.zhixing.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a keyset list: the sort value and the id of the last row seen. Opaque to callers. */
public record Cursor(String value, String id) {
    public static Cursor of(Object value, Object id) {
        return new Cursor(value.toString(), id.toString());
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((value + "\n" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The id as a UUID; a forged cursor is a 400. */
    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.field("cursor", id, "field.cursor");
        }
    }

    /** The value as a day; a forged cursor is a 400. */
    public LocalDate day() {
        try {
            return PlainValues.day(value);
        } catch (DateTimeException malformed) {
            throw Refusal.field("cursor", value, "field.cursor");
        }
    }

    /** Null for the first page; a cursor that was not ours is a 400. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 2 && PlainValues.plain(parts[0]) && PlainValues.plain(parts[1])) {
                return new Cursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException malformed) {
            // the one refusal below serves it
        }
        throw Refusal.field("cursor", text, "field.cursor");
    }

    /** Of a list of rows that are numbered from 1: the last one seen, 0 for the first page; a forged cursor is a 400. */
    public static int row(@Nullable String text) {
        Cursor cursor = parse(text);
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", text, "field.cursor");
        }
    }
}
