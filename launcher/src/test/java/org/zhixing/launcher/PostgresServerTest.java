package org.zhixing.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path home;

    @Test
    void keepsDataBetweenRunsAndLeavesNoProcess() throws Exception {
        ProcessHandle postmaster;
        try (PostgresServer server = startHere()) {
            postmaster = server.process();
            execute(server, "create table kept (word text)", "insert into kept values ('执行')");
        }
        assertFalse(postmaster.isAlive());
        try (PostgresServer server = startHere()) {
            assertEquals("执行", query(server, "select word from kept"));
        }
    }

    @Test
    void searchesChineseByTrigram() throws Exception {
        try (PostgresServer server = startHere()) {
            execute(server, "create extension pg_trgm", "create extension btree_gin");
            assertEquals("t", query(server, "select '安' < '殷' and cardinality(show_trgm('安阳市殷都区')) > 0"));
            assertEquals(
                    "UTF8",
                    query(
                            server,
                            "select pg_encoding_to_char(encoding) from pg_database"
                                    + " where datname = current_database()"));
        }
    }

    @Test
    void startsAfterItsLauncherWasKilled() throws Exception {
        Process launcher = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldPostgres.class.getName(),
                        data().toString())
                .redirectErrorStream(true)
                .start();
        ProcessHandle orphan;
        try {
            assertEquals("ready", launcher.inputReader().readLine());
            orphan = new Postmaster(data()).find().orElseThrow();
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        assertTrue(orphan.isAlive(), "the test needs an orphan");

        long began = System.nanoTime();
        try (PostgresServer server = startHere()) {
            assertEquals("held", query(server, "select word from held"));
        }
        assertFalse(orphan.isAlive());
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 30, "no waiting for the orphan");
    }

    @Test
    void leavesAnotherProcessWithTheSamePidAlone() throws Exception {
        Files.createDirectories(data());
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data().resolve("postmaster.pid"), innocent.pid() + "\n" + data() + "\n");
            assertTrue(new Postmaster(data()).find().isEmpty());
        } finally {
            innocent.destroy();
        }
    }

    @Test
    void beginsAgainWhenTheFirstStartWasCutOff() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("postgresql.conf"), "# half of an initdb");
        Files.writeString(home.resolve("data.unfinished"), "");
        try (PostgresServer server = startHere()) {
            assertEquals("1", query(server, "select 1"));
        }
    }

    @Test
    void refusesASecondStartAndATakenPortAndOldData() throws Exception {
        try (PostgresServer server = startHere()) {
            CannotStart second = assertThrows(CannotStart.class, this::startHere);
            assertTrue(second.getMessage().contains("already running"), second.getMessage());
            assertEquals("1", query(server, "select 1"));
        }
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            CannotStart inUse = assertThrows(CannotStart.class, () -> PostgresServer.start(data(), port));
            assertTrue(inUse.getMessage().contains("Port " + port), inUse.getMessage());
            assertTrue(inUse.getMessage().contains("ZHIXING_PG_PORT"), inUse.getMessage());
        }
        Files.writeString(data().resolve("PG_VERSION"), "17\n");
        CannotStart old = assertThrows(CannotStart.class, this::startHere);
        assertTrue(old.getMessage().contains("PostgreSQL 17"), old.getMessage());
    }

    private Path data() {
        return home.resolve("data");
    }

    private PostgresServer startHere() {
        return PostgresServer.start(data(), 0, Durability.DISPOSABLE);
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static void execute(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Stands in for a launcher that is killed: starts PostgreSQL, writes a row and waits. */
    static final class HoldPostgres {
        public static void main(String[] args) throws IOException, SQLException, InterruptedException {
            PostgresServer server = PostgresServer.start(Path.of(args[0]), 0, Durability.DISPOSABLE);
            execute(server, "create table held (word text)", "insert into held values ('held')");
            System.out.println("ready");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
