package org.zhixing.platform;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in a path or a query. JAX-RS takes a text that is not of the parameter's type for an address that
 * does not exist; here it is known what could not be read, and {@link ProblemMapper} says so with 400.
 */
@Provider
public class ParameterTypes implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.of(
            int.class, new Reader("field.whole", Integer::valueOf),
            Integer.class, new Reader("field.whole", Integer::valueOf),
            boolean.class, new Reader("field.boolean", ParameterTypes::truth),
            Boolean.class, new Reader("field.boolean", ParameterTypes::truth),
            BigDecimal.class, new Reader("field.amount", ParameterTypes::plainDecimal),
            LocalDate.class, new Reader("field.date", PlainValues::day),
            UUID.class, new Reader("field.id", UUID::fromString));

    private record Reader(String reason, Function<String, Object> read) {}

    /** A parameter's text that is not of its type; {@code reason} is a key of the problems' catalogue. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String text;
        private final String reason;

        Unreadable(String text, String reason, RuntimeException cause) {
            super(text, cause);
            this.text = text;
            this.reason = reason;
        }

        String text() {
            return text;
        }

        String reason() {
            return reason;
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reader reader = type.isEnum()
                ? new Reader("field.unknown", text -> Enum.valueOf((Class<Enum>) type, text))
                : READERS.get(type);
        return reader == null ? null : (ParamConverter<T>) new Converter(reader);
    }

    private record Converter(Reader reader) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String text) {
            // "?limit=" leaves the limit open, as a form does that was not filled in.
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.read().apply(text);
            } catch (RuntimeException unreadable) {
                throw new Unreadable(text, reader.reason(), unreadable);
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Without an exponent: a few characters must not stand for a number of a thousand million digits. */
    private static BigDecimal plainDecimal(String text) {
        if (!text.matches("-?\\d{1,20}(\\.\\d{1,20})?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }
}
