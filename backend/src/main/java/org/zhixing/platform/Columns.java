package org.zhixing.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bulk rows that travel to PostgreSQL as one array a column, for {@code unnest}. */
public final class Columns<T> {
    private final List<T> rows;

    public Columns(List<T> rows) {
        this.rows = rows;
    }

    public @Nullable UUID[] uuids(Function<T, @Nullable UUID> of) {
        return rows.stream().map(of).toArray(UUID[]::new);
    }

    public @Nullable String[] texts(Function<T, @Nullable String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    /** Constants by their names. */
    public @Nullable String[] names(Function<T, ? extends @Nullable Enum<?>> of) {
        return texts(row -> {
            Enum<?> constant = of.apply(row);
            return constant == null ? null : constant.name();
        });
    }

    public @Nullable Integer[] ints(Function<T, @Nullable Integer> of) {
        return rows.stream().map(of).toArray(Integer[]::new);
    }

    public @Nullable Boolean[] booleans(Function<T, @Nullable Boolean> of) {
        return rows.stream().map(of).toArray(Boolean[]::new);
    }

    public @Nullable LocalDate[] dates(Function<T, @Nullable LocalDate> of) {
        return rows.stream().map(of).toArray(LocalDate[]::new);
    }

    public @Nullable Long[] longs(Function<T, @Nullable Long> of) {
        return rows.stream().map(of).toArray(Long[]::new);
    }

    public @Nullable BigDecimal[] decimals(Function<T, @Nullable BigDecimal> of) {
        return rows.stream().map(of).toArray(BigDecimal[]::new);
    }

    /** An array within a column: as text, to be cast, because {@code unnest} takes all dimensions apart. */
    public String[] arrays(Function<T, ? extends List<?>> of) {
        return rows.stream().map(row -> arrayText(of.apply(row))).toArray(String[]::new);
    }

    private static String arrayText(List<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
