package org.zhixing.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way to PostgreSQL: explicit SQL over the reactive client; a write is one transaction. Whatever connection is
 * taken, it is told first whose rows it may see ({@link CourtWall}), in the same round trip as the first statement.
 */
@ApplicationScoped
public class Database {
    private static final Set<String> BEYOND = Set.of("22021", "22P05", "22008", "22003");

    private final Pool pool;
    private final SqlClient everyCourt;

    Database(Pool pool) {
        this.pool = pool;
        this.everyCourt = new EveryCourt(pool);
    }

    /** For reads that need no transaction. */
    public SqlClient reading() {
        return pool;
    }

    /** For finding out of which court a caller is, and for what caches keep of every court. */
    public SqlClient readingEveryCourt() {
        return everyCourt;
    }

    /** Runs the work in one transaction: commits when the Uni succeeds, rolls back when it fails. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            String court = CourtWall.court();
            AtomicBoolean reached = new AtomicBoolean();
            return pool.withTransaction(connection -> {
                        reached.set(true);
                        return entering(connection, court, true, () -> work.apply(connection));
                    })
                    .onFailure(IOException.class)
                    .transform(failed -> reached.get() ? failed : new Away(failed));
        });
    }

    /** The pool once more, for those who serve every court. */
    private static final class EveryCourt extends Pool {
        EveryCourt(Pool pool) {
            super(pool.getDelegate());
        }
    }

    /** Whether the database is away or just coming back (classes 08 and 57P of its own codes), and not the work at fault. */
    public static boolean away(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state =
                    cause instanceof PgException refused ? Objects.requireNonNullElse(refused.getSqlState(), "") : "";
            if (cause instanceof Away
                    || cause instanceof ClosedConnectionException
                    || state.startsWith("08")
                    || state.startsWith("57P")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the request holds what no column can keep, wherever it stood: a character that PostgreSQL has none of (NUL),
     * or a date or number beyond its own.
     */
    public static boolean cannotKeep(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && BEYOND.contains(String.valueOf(refused.getSqlState()))) {
                return true;
            }
        }
        return false;
    }

    /** The way to the database failed: told apart from any other input or output, such as a file's, that fails. */
    private static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Sends statements at once over the one connection, which does them in this order, instead of waiting for the answer to
     * each: a row that others wait for is held that much shorter. When one fails, those behind it do nothing, and its
     * failure is the one that counts.
     */
    @SafeVarargs
    public static Uni<Void> atOnce(Supplier<? extends Uni<?>>... statements) {
        return Uni.join()
                .all(Arrays.stream(statements)
                        .map(each -> Uni.createFrom().deferred(() -> each.get().replaceWithVoid()))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    /** All rows of a query. */
    public static <T> Uni<List<T>> list(
            SqlClient client, String sql, Function<Row, T> map, @Nullable Object... params) {
        return rows(client, sql, params).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(map.apply(row)));
            return all;
        });
    }

    /** The first row of a query, if any. */
    public static <T> Uni<Optional<T>> first(
            SqlClient client, String sql, Function<Row, T> map, @Nullable Object... params) {
        return list(client, sql, map, params).map(all -> all.stream().findFirst());
    }

    /** Executes a statement; answers how many rows it touched. */
    public static Uni<Integer> execute(SqlClient client, String sql, @Nullable Object... params) {
        return rows(client, sql, params).map(RowSet::rowCount);
    }

    private static Uni<RowSet<Row>> rows(SqlClient client, String sql, @Nullable Object... params) {
        return (client instanceof Pool pool ? checkedOut(pool, sql, params) : sent(client, sql, params))
                .onFailure(IOException.class)
                .transform(Away::new);
    }

    private static Uni<RowSet<Row>> checkedOut(Pool pool, String sql, @Nullable Object... params) {
        return Uni.createFrom().deferred(() -> {
            String court = pool instanceof EveryCourt ? CourtWall.EVERY : CourtWall.court();
            return pool.withConnection(
                    connection -> entering(connection, court, false, () -> sent(connection, sql, params)));
        });
    }

    /**
     * Both are sent at once, and the connection does them in this order. A statement and no query: those who choose the
     * isolation of their transaction must do so before its first query. {@code court} is a number or nothing.
     */
    private static <T> Uni<T> entering(
            SqlConnection connection, String court, boolean untilCommit, Supplier<Uni<T>> work) {
        String enter = (untilCommit ? "set local" : "set") + " zhixing.court = '" + court + "'";
        return Uni.combine()
                .all()
                .unis(sent(connection, enter), Uni.createFrom().deferred(work::get))
                .with((entered, done) -> done);
    }

    private static Uni<RowSet<Row>> sent(SqlClient client, String sql, @Nullable Object... params) {
        return client.preparedQuery(sql).execute(Tuple.from(Arrays.asList(params)));
    }
}
