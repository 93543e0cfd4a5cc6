package org.zhixing.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Documents in json columns, and bulk rows that travel to PostgreSQL as one JSON parameter. Whoever reads or writes a
 * record here names its class and registers it for the native image, where reflection finds nothing else.
 */
@ApplicationScoped
public class Json {
    private final ObjectMapper mapper;
    private final ObjectMapper snake;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
        this.snake = mapper.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    /** Rows named as the columns are, for {@code json_to_recordset}. */
    public <T> String snakeText(Class<T> type, List<T> rows) {
        return text(snake, type, rows);
    }

    public <T> String text(Class<T> type, List<T> rows) {
        return text(mapper, type, rows);
    }

    private static <T> String text(ObjectMapper by, Class<T> type, List<T> rows) {
        try {
            return by.writerFor(by.getTypeFactory().constructCollectionType(List.class, type))
                    .writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public String text(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An object's text with one field more, its other characters as they are. */
    public String with(String object, String field, String value) {
        String head = object.substring(0, object.lastIndexOf('}'));
        return head + (head.endsWith("{") ? "" : ",") + text(field) + ":" + text(value) + "}";
    }

    /** Reads a document; select json columns as {@code column::text}. */
    public <T> T read(String text, Class<T> type) {
        return read(text, mapper.constructType(type));
    }

    public <T> T read(String text, JavaType type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The text of a document that the application brings with it. */
    public static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectMapper mapper() {
        return mapper;
    }
}
