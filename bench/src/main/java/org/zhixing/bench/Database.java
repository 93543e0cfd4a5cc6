package org.zhixing.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The court's database by JDBC, as the server's superuser: filling, watching the log, plain COPY. */
record Database(int port, String name, String user) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + name, "postgres", "");
    }

    void run(String... statements) {
        try (Connection connection = connect()) {
            for (String sql : statements) {
                run(connection, sql);
            }
        } catch (SQLException e) {
            throw new CannotMeasure("The database could not be reached", e);
        }
    }

    static int run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new CannotMeasure("PostgreSQL refused: " + sql, e);
        }
    }

    String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new CannotMeasure("Nothing found: " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new CannotMeasure("PostgreSQL refused: " + sql, e);
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }
}
