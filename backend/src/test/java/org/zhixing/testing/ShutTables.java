package org.zhixing.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Nobody reads these tables before they are opened again, but for transactions that have begun to: such a one commits, and
 * the answer, which is read anew, does not come.
 */
public final class ShutTables implements AutoCloseable {
    private static final Duration ASKED_AT_MOST = Duration.ofSeconds(30);

    private final List<Connection> holders = new ArrayList<>();
    private final ExecutorService waiting = Executors.newCachedThreadPool();

    ShutTables(DataSource source, CourtData data, List<String> tables) {
        for (String table : tables) {
            try {
                Connection holder = source.getConnection();
                holder.setAutoCommit(false);
                holders.add(holder);
                CompletableFuture.runAsync(() -> shut(holder, table), waiting);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        Patience.until(
                ASKED_AT_MOST,
                tables + " shut, or next to be",
                () -> data.count("select count(*) from pg_locks where locktype = 'relation' and mode ="
                                + " 'AccessExclusiveLock' and relation::regclass::text in ('"
                                + String.join("', '", tables) + "')")
                        == tables.size());
    }

    private static void shut(Connection holder, String table) {
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        } catch (SQLException opened) {
            throw new IllegalStateException(opened);
        }
    }

    @Override
    public void close() {
        try {
            for (Connection holder : holders) {
                holder.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.shutdown();
        }
    }
}
