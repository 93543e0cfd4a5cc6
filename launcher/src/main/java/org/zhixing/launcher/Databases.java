package org.zhixing.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One owner and one database of the same name for each of the two servers that keep data. */
final class Databases {
    static final String ZHIXING = "zhixing";
    static final String KEYCLOAK = "keycloak";

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
        } catch (SQLException e) {
            throw new IOException("The databases could not be created", e);
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
