package org.zhixing.platform;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a keyset list; {@code next} goes into {@code cursor} for the following page, null at the end. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page, null on the last one") @Nullable
        String next) {
    public static final int DEFAULT_LIMIT = 40;
    public static final int MAX_LIMIT = 200;

    /** The page of rows fetched with {@code limit + 1}. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, key.apply(items.get(limit - 1)).text());
    }

    public <R> Page<R> map(Function<T, R> f) {
        return new Page<>(items.stream().map(f).toList(), next);
    }

    /** The asked page size within 1…200, 40 when not said. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Refusal.field("limit", asked, "field.range", 1, MAX_LIMIT);
        }
        return asked;
    }
}
