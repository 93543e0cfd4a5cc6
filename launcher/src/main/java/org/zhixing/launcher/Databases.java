package org.zhixing.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One owner and one database of the same name for each of the two servers that keep data, and the role that the API
 * connects with: it owns nothing, and its rights are given by the owner's migrations.
 */
final class Databases {
    static final String ZHIXING = "zhixing";
    static final String API = "zhixing_api";
    static final String KEYCLOAK = "keycloak";

    /**
     * Under row-level security an index serves an operator only if that is known to tell nothing of rows it passes over; so
     * are these two, by which lists are searched, but only a superuser may say so.
     */
    private static final List<String> TELL_NOTHING = List.of("arraycontains", "arrayoverlap");

    private Databases() {}

    static void createMissing(EmbeddedPostgres postgres) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of(ZHIXING, KEYCLOAK)) {
                if (isMissing(statement, "pg_roles where rolname", name)) {
                    statement.execute("create role " + name + " login password '" + name + "'");
                    if (name.equals(KEYCLOAK)) {
                        // Its first start makes thousands of small commits, and the realm file can make all again.
                        statement.execute("alter role " + name + " set synchronous_commit = off");
                    }
                }
                if (isMissing(statement, "pg_database where datname", name)) {
                    statement.execute("create database " + name + " owner " + name);
                }
            }
            if (isMissing(statement, "pg_roles where rolname", API)) {
                statement.execute("create role " + API + " login password '" + API + "'");
            }
        } catch (SQLException e) {
            throw new IOException("The databases could not be created", e);
        }
        markSafeOperators(postgres);
    }

    private static void markSafeOperators(EmbeddedPostgres postgres) throws IOException {
        try (Connection connection = postgres.getDatabase("postgres", ZHIXING).getConnection();
                Statement statement = connection.createStatement()) {
            for (String function : TELL_NOTHING) {
                if (isMissing(statement, "pg_proc where proleakproof and proname", function)) {
                    statement.execute("alter function pg_catalog." + function + "(anyarray, anyarray) leakproof");
                }
            }
        } catch (SQLException e) {
            throw new IOException("The database " + ZHIXING + " could not be prepared", e);
        }
    }

    static void drop(EmbeddedPostgres postgres, String name) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        } catch (SQLException e) {
            throw new IOException("The database " + name + " could not be dropped", e);
        }
    }

    private static boolean isMissing(Statement statement, String where, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
            return !found.next();
        }
    }
}
