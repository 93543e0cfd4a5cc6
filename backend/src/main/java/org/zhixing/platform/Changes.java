package org.zhixing.platform;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a change made of each field, for the trail: the value before it beside the one after it, as text, under the API's
 * name of the field. What did not change is left out.
 */
public final class Changes {
    /** The name under which they stand in a row's detail. */
    public static final String KEY = "changes";

    private final Map<String, Map<String, @Nullable String>> fields = new LinkedHashMap<>();

    /** Two amounts of the same sum are the same, however many zeros end them. */
    public Changes field(String name, @Nullable Object before, @Nullable Object after) {
        boolean same = before instanceof BigDecimal old && after instanceof BigDecimal now
                ? old.compareTo(now) == 0
                : Objects.equals(before, after);
        return same ? this : put(name, text(before), text(after));
    }

    /** Of personal data: both as those see them who may not see it. That it changed is kept even where that looks alike. */
    public Changes masked(
            String name, @Nullable String before, @Nullable String after, UnaryOperator<@Nullable String> mask) {
        return Objects.equals(before, after) ? this : put(name, mask.apply(before), mask.apply(after));
    }

    public Changes all(Changes others) {
        fields.putAll(others.fields);
        return this;
    }

    public boolean none() {
        return fields.isEmpty();
    }

    /** By field: {@code {"old": …, "new": …}}, null where there was or is no value. */
    public Map<String, Map<String, @Nullable String>> byField() {
        return fields;
    }

    private Changes put(String name, @Nullable String before, @Nullable String after) {
        Map<String, @Nullable String> pair = new LinkedHashMap<>();
        pair.put("old", before);
        pair.put("new", after);
        fields.put(name, pair);
        return this;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal amount
                ? amount.toPlainString()
                : value instanceof Enum<?> word ? word.name() : value == null ? null : value.toString();
    }
}
