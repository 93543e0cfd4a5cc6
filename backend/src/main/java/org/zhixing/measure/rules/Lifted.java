package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a measure no longer holds of its asset, because it was released in part.
 *
 * @param amount CNY
 * @param parts what of the property, in words, the oldest first
 */
public record Lifted(BigDecimal amount, List<String> parts) {
    public static final Lifted NOTHING = new Lifted(BigDecimal.ZERO, List.of());

    public Lifted {
        parts = List.copyOf(parts);
    }

    public Lifted plus(@Nullable BigDecimal more, @Nullable String part) {
        return new Lifted(
                more == null ? amount : amount.add(more),
                Stream.concat(parts.stream(), Stream.ofNullable(part)).toList());
    }

    /** What is still held of something worth that much; never below zero. */
    public BigDecimal rest(BigDecimal value) {
        return value.subtract(amount).max(BigDecimal.ZERO);
    }
}
