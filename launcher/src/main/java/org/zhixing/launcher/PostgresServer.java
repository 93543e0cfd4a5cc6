package org.zhixing.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL 18 in a folder, with the databases {@code zhixing} and {@code keycloak}. The data stays between runs.
 * Listens on localhost only and trusts it: meant for tests and the demo, not for production.
 */
public final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final Path dataDir;
    private final DirectoryLock lock;

    private PostgresServer(EmbeddedPostgres postgres, Path dataDir, DirectoryLock lock) {
        this.postgres = postgres;
        this.dataDir = dataDir;
        this.lock = lock;
    }

    /**
     * Starts a server whose commits survive a power cut.
     *
     * @param dataDir made and filled on the first start; beside it come {@code postgres-bin}, a lock and a log
     * @param portOrZero 0 takes any free port
     * @throws CannotStart when the folder is in use, the port is taken or the data is of another PostgreSQL version
     */
    public static PostgresServer start(Path dataDir, int portOrZero) {
        return start(dataDir, portOrZero, Durability.KEPT);
    }

    public static PostgresServer start(Path dataDir, int portOrZero, Durability durability) {
        Path data = dataDir.toAbsolutePath().normalize();
        DirectoryLock lock = DirectoryLock.take(
                data.resolveSibling(data.getFileName() + ".lock"),
                "PostgreSQL is already running on " + data + ": stop the other start first.");
        try {
            new Postmaster(data).find().ifPresent(Postmaster::stop);
            Ports.requireFree(portOrZero, "PostgreSQL", "ZHIXING_PG_PORT");
            DataFolder folder = new DataFolder(data);
            folder.prepare();
            EmbeddedPostgres postgres = builder(data, portOrZero, durability).start();
            Databases.createMissing(postgres);
            folder.finished();
            return new PostgresServer(postgres, data, lock);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("PostgreSQL did not start, see " + log(data), e);
        } catch (RuntimeException e) {
            new Postmaster(data).find().ifPresent(Postmaster::stop);
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, int port, Durability durability) throws IOException {
        JavaServer.keepPrevious(log(data));
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(log(data).toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(Files.createDirectories(data.resolveSibling("postgres-bin"))
                        .toFile())
                // The order of stopping is ours: Keycloak and the API must let go before the database ends.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                // Code-point order from PostgreSQL itself, the same on every machine; the C library's ctype must know
                // Chinese characters as letters, or pg_trgm finds no trigrams in them and its index is of no use.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("fsync", durability.fsync())
                .setServerConfig("synchronous_commit", durability.fsync())
                .setServerConfig("full_page_writes", durability.fsync());
        return port == 0 ? builder : builder.setPort(port);
    }

    /** Where the server writes its log: beside the data folder. */
    static Path log(Path dataDir) {
        return dataDir.resolveSibling("postgres.log");
    }

    public int port() {
        return postgres.getPort();
    }

    /** For JDBC (migrations, Keycloak). */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port() + "/" + Databases.ZHIXING;
    }

    /** For the reactive SQL client. */
    public String reactiveUrl() {
        return "postgresql://localhost:" + port() + "/" + Databases.ZHIXING;
    }

    public String user() {
        return Databases.ZHIXING;
    }

    public String password() {
        return Databases.ZHIXING;
    }

    String keycloakJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port() + "/" + Databases.KEYCLOAK;
    }

    /** Throws Keycloak's data away, so that its next start imports the realm again. */
    void emptyKeycloakDatabase() throws IOException {
        Databases.drop(postgres, Databases.KEYCLOAK);
        Databases.createMissing(postgres);
    }

    /** The living postmaster, for those who must notice its death. */
    ProcessHandle process() {
        return new Postmaster(dataDir).find().orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
    }

    /** Cuts all sessions, writes a checkpoint and ends the server; the data stays. */
    @Override
    public void close() {
        try {
            new Postmaster(dataDir).find().ifPresent(Postmaster::stop);
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
