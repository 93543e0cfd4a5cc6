package org.zhixing.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement put together from parts; {@code ?} stands for the next value. Values never enter the text. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    public Sql(String start, @Nullable Object... params) {
        add(start, params);
    }

    public Sql add(String part, @Nullable Object... params) {
        int next = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '?') {
                values.add(params[next++]);
                text.append('$').append(values.size());
            } else {
                text.append(c);
            }
        }
        return this;
    }

    /** Adds the part only where there is a value for it. */
    public Sql addIf(@Nullable Object value, String part) {
        return value == null ? this : add(part, value);
    }

    public <T> Uni<List<T>> list(SqlClient client, Function<Row, T> map) {
        return Database.list(client, text.toString(), map, values.toArray());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
