package org.zhixing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.zhixing.launcher.AuditKey;
import org.zhixing.launcher.Durability;
import org.zhixing.launcher.PostgresServer;

/** A real PostgreSQL 18 in a folder of its own for the whole test run. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private PostgresServer server;
    private Path home;

    @Override
    public Map<String, String> start() {
        try {
            home = Files.createTempDirectory(Path.of("target"), "postgres-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = PostgresServer.start(home.resolve("data"), 0, Durability.DISPOSABLE);
        letTablesBeEmptied();
        return Map.of(
                "quarkus.datasource.reactive.url", server.reactiveUrl(),
                "quarkus.datasource.owner.jdbc.url", server.jdbcUrl(),
                "zhixing.audit.key-file", AuditKey.in(home).toString());
    }

    /** {@link CourtData#wipe} goes past the triggers, which the owner of the tables may do only if told so. */
    private void letTablesBeEmptied() {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("grant set on parameter session_replication_role to " + server.user());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        Folders.delete(home);
    }
}
