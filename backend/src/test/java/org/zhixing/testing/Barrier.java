package org.zhixing.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Stops whoever writes a certain row, inside the transaction that writes it, until it is lifted. So a test knows, on slow
 * and fast machines alike, that what it kills is half way: earlier transactions are through, this one is not.
 */
public final class Barrier implements AutoCloseable {
    private static final Duration REACHED_AT_MOST = Duration.ofSeconds(60);
    private static final AtomicInteger KEYS = new AtomicInteger(4711);
    private static final String FUNCTION =
            "create or replace function wait_at_barrier() returns trigger language plpgsql"
                    + " as $$ begin perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return new; end $$";

    private final CourtData data;
    private final String table;
    private final int key = KEYS.incrementAndGet();
    private final Connection holder;

    /** @param condition on {@code new}, the row about to be written */
    Barrier(DataSource source, CourtData data, String table, String condition) {
        this.data = data;
        this.table = table;
        try {
            holder = source.getConnection();
            execute("select pg_advisory_lock(" + key + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        data.run(FUNCTION);
        data.run("create trigger barrier_" + key + " before insert or update on " + table + " for each row when ("
                + condition + ") execute function wait_at_barrier(" + key + ")");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until at least so many transactions stand before it. */
    public void awaitReached(int transactions) {
        Patience.until(
                REACHED_AT_MOST,
                transactions + " transactions at the barrier of " + table,
                () -> data.count("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and objid = " + key)
                        >= transactions);
    }

    /**
     * Lets everybody through; a transaction whose client was killed meanwhile finds nobody to answer and is undone. Of
     * several barriers all are lifted before the first is closed, since closing waits for whoever writes the table.
     */
    public void lift() {
        try (holder) {
            if (!holder.isClosed()) {
                execute("select pg_advisory_unlock(" + key + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        lift();
        data.run("drop trigger barrier_" + key + " on " + table);
    }
}
