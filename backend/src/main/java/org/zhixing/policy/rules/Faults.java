package org.zhixing.policy.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a draft, field by field, as its form shows it. */
public final class Faults {

    private final List<Fault> all = new ArrayList<>();

    /**
     * One wrong field.
     *
     * @param field where it stands in the document, e.g. {@code policies[4].period}
     * @param reason a key of the catalogue {@code messages/problems}
     */
    public record Fault(String field, @Nullable String value, String reason, List<Object> params) {}

    public List<Fault> all() {
        return List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    void add(String field, @Nullable Object value, String reason, Object... params) {
        all.add(new Fault(field, value == null ? null : value.toString(), reason, List.of(params)));
    }

    void unless(boolean right, String field, @Nullable Object value, String reason, Object... params) {
        if (!right) {
            add(field, value, reason, params);
        }
    }

    /** False, with the fault, where nothing is given. */
    boolean given(String field, @Nullable Object value) {
        unless(value != null, field, null, "field.required");
        return value != null;
    }

    void text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, value, "field.required");
        } else {
            unless(value.length() <= longest, field, value, "field.length", longest);
        }
    }

    void range(String field, @Nullable Integer value, int least, int most) {
        if (given(field, value) && value != null) {
            unless(value >= least && value <= most, field, value, "field.range", least, most);
        }
    }
}
