package org.zhixing.clock.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The policies a new court starts with, read as the application reads them. */
public final class Policies {

    private Policies() {}

    public static <T> T shipped(String name, Class<T> type) {
        try (InputStream json = Policies.class.getResourceAsStream("/policy/" + name + ".json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(json), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
