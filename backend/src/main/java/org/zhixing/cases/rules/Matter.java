package org.zhixing.cases.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What is to be enforced (执行事项). */
public enum Matter {
    MONEY("金钱给付", "金钱"),
    ACT("行为", "行为执行"),
    PROPERTY_DELIVERY("交付财物", "财物交付");

    private final String label;
    private final Set<String> labels;

    Matter(String label, String other) {
        this.label = label;
        this.labels = Set.of(label, other);
    }

    public String label() {
        return label;
    }

    public static Optional<Matter> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(matter -> matter.labels.contains(label))
                .findFirst();
    }
}
