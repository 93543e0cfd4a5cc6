package org.zhixing.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How long PostgreSQL itself takes for the same rows: they are copied out, the tables are emptied, and one COPY a table
 * puts them in again, with the indexes, references and triggers that the tables have. Between two of them, and not
 * counted, PostgreSQL is told what is in the last: it would check references by a plan made for empty tables.
 */
final class PlainCopy {
    /** In the order of their references. */
    private static final List<String> TABLES =
            List.of("enforcement_case", "party", "triage_decision", "ledger_account", "node", "audit", "import_row");

    private PlainCopy() {}

    /** Rows of all tables, and the seconds of all the COPYs that put them in. */
    record Result(long rows, double seconds) {}

    static Result measure(Database database, Path folder) {
        try (Connection connection = database.connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, Path> files = new LinkedHashMap<>();
            for (String table : TABLES) {
                Path file = folder.resolve(table + ".copy");
                try (OutputStream out = Files.newOutputStream(file)) {
                    copy.copyOut("copy " + table + " to stdout (format binary)", out);
                }
                files.put(table, file);
            }
            // Tables that nobody may empty are among them; the triggers are back before the first row.
            Database.run(connection, "set session_replication_role = replica");
            Database.run(connection, "truncate " + String.join(", ", TABLES) + " cascade");
            Database.run(connection, "set session_replication_role = origin");
            Database.run(connection, "checkpoint");
            return in(connection, copy, files);
        } catch (SQLException e) {
            throw new CannotMeasure("The rows could not be copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result in(Connection connection, CopyManager copy, Map<String, Path> files)
            throws SQLException, IOException {
        double seconds = 0;
        long rows = 0;
        for (Map.Entry<String, Path> table : files.entrySet()) {
            Clock clock = new Clock();
            try (InputStream in = Files.newInputStream(table.getValue())) {
                rows += copy.copyIn("copy " + table.getKey() + " from stdin (format binary)", in);
            }
            seconds += clock.seconds();
            Database.run(connection, "analyze " + table.getKey());
        }
        return new Result(rows, seconds);
    }
}
