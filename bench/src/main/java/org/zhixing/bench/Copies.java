package org.zhixing.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Copies rows of the template's cases to their copies, whatever columns a table has. */
final class Copies {
    private Copies() {}

    /**
     * The statement that copies a table's rows for a stretch of the copies.
     *
     * @param caseColumn names the case in the table
     * @param others columns that are not copied, and what they get instead
     */
    static String insert(Database database, String table, String caseColumn, Map<String, String> others) {
        List<String> into = new ArrayList<>();
        List<String> from = new ArrayList<>();
        String columns = "select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(columns)) {
            while (rows.next()) {
                String column = "\"" + rows.getString(1) + "\"";
                into.add(column);
                from.add(others.getOrDefault(rows.getString(1), "t." + column));
            }
        } catch (SQLException e) {
            throw new CannotMeasure("The columns of " + table + " could not be read", e);
        }
        return "insert into " + table + " (" + String.join(", ", into) + ") select " + String.join(", ", from)
                + " from bench_copy b join " + table + " t on t." + caseColumn
                + " = b.old_id where b.n > %d and b.n <= %d order by b.n";
    }

    /** Runs the statements part by part, two parts at a time; a part is one transaction. */
    static void run(Database database, List<String> inserts, List<int[]> parts) {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int[] part : parts) {
                running.add(workers.submit(() -> run(database, inserts, part)));
            }
            for (int i = 0; i < running.size(); i++) {
                running.get(i).get();
                Progress.say("filled part " + (i + 1) + " of " + running.size());
            }
        } catch (ExecutionException e) {
            throw new CannotMeasure("The filling failed", e.getCause());
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static void run(Database database, List<String> inserts, int[] part) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (String insert : inserts) {
                Database.run(connection, insert.formatted(part[0], part[1]));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new CannotMeasure("The filling failed", e);
        }
    }
}
