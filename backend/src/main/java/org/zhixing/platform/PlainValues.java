package org.zhixing.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a request may say as a text or as a day: PostgreSQL keeps no character NUL, and not every day that Java can count.
 * Both are refused where they are read, by the name of their field, instead of failing where they are written.
 */
@Singleton
public class PlainValues implements ObjectMapperCustomizer {
    private static final char NUL = '\0';
    private static final int LAST_YEAR = 9999;

    /** After the framework's own, which would otherwise read days. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("plain-values")
                .addDeserializer(String.class, new Text())
                .addDeserializer(LocalDate.class, new Day()));
    }

    /** Whether it can be stored. */
    static boolean plain(@Nullable String text) {
        return text == null || text.indexOf(NUL) < 0;
    }

    /** A day of a year of four digits; as {@link LocalDate#parse} otherwise. */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!plain(day)) {
            throw new DateTimeException(text);
        }
        return day;
    }

    private static boolean plain(@Nullable LocalDate day) {
        return day == null || day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    private static final class Text extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (!plain(text)) {
                throw context.weirdStringException(text, String.class, "NUL");
            }
            return text;
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
            if (!plain(day)) {
                throw context.weirdStringException(String.valueOf(day), LocalDate.class, "year");
            }
            return day;
        }
    }
}
