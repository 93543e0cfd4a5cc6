package org.zhixing.cases.store;

import com.fasterxml.jackson.databind.JavaType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.RowConflict;
import org.zhixing.cases.rules.RowError;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;

/** The rows of register imports. */
@RegisterForReflection(
        targets = {RowError.class, RowConflict.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class ImportRows {
    private static final String SELECT = """
            select r.row_no, r.line_no, r.number, r.outcome, r.team, r.rule, r.clause, r.values::text, r.errors::text,
                r.conflicts::text, r.case_id, r.done
            from import_row r
            """;

    private static final String ARRAYS = """
            unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                    $11::text[], $12::text[], $13::uuid[], $14::boolean[])
                as x (row_no, line_no, number, outcome, team, rule, clause, "values", errors, conflicts, case_id, done)
            """;

    private static final String INSERT = """
            insert into import_row (court_id, import_id, row_no, line_no, number, outcome, team, rule, clause,
                values, errors, conflicts, case_id, done)
            select $1, $2, x.row_no, x.line_no, x.number, x.outcome, x.team, x.rule, x.clause, x."values"::json,
                x.errors::json, x.conflicts::json, x.case_id, x.done
            from """ + " " + ARRAYS;

    /** The array tells the planner that few rows are meant: by the join alone it read the whole import each time. */
    private static final String UPDATE = """
            update import_row r set number = x.number, outcome = x.outcome, team = x.team, rule = x.rule,
                clause = x.clause, values = coalesce(x."values"::json, r.values), errors = x.errors::json,
                conflicts = x.conflicts::json, case_id = x.case_id, done = x.done
            from """ + " " + ARRAYS
            + " where r.court_id = $1 and r.import_id = $2 and r.row_no = any ($3) and r.row_no = x.row_no";

    private static final String BY_HANDLER = """
            select p.id, count(*)::int from import_row r
            join enforcement_case c on c.id = r.case_id
            cross join lateral (select c.judge_id as id union select c.executor_id) p
            where r.import_id = $1 and r.done and p.id is not null group by p.id
            """;

    private final Json json;
    private final JavaType valuesType;

    ImportRows(Json json) {
        this.json = json;
        this.valuesType =
                json.mapper().getTypeFactory().constructMapType(LinkedHashMap.class, String.class, String.class);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, UUID importId, List<ImportRow> rows) {
        return write(tx, INSERT, courtId, importId, rows, true);
    }

    /** Writes outcomes back; what was read from the file stays. */
    public Uni<Integer> updateOutcomes(SqlConnection tx, int courtId, UUID importId, List<ImportRow> rows) {
        return write(tx, UPDATE, courtId, importId, rows, false);
    }

    /** Writes a corrected row back. */
    public Uni<Integer> update(SqlConnection tx, int courtId, UUID importId, ImportRow row) {
        return write(tx, UPDATE, courtId, importId, List.of(row), true);
    }

    private Uni<Integer> write(
            SqlConnection tx, String sql, int courtId, UUID importId, List<ImportRow> rows, boolean withValues) {
        Columns<ImportRow> columns = new Columns<>(rows);
        return Database.execute(
                tx,
                sql,
                courtId,
                importId,
                columns.ints(ImportRow::row),
                columns.ints(ImportRow::line),
                columns.texts(ImportRow::number),
                columns.names(ImportRow::outcome),
                columns.names(ImportRow::team),
                columns.texts(ImportRow::rule),
                columns.texts(ImportRow::clause),
                columns.texts(row -> withValues ? json.text(row.values()) : null),
                columns.texts(row -> row.errors().isEmpty() ? null : json.text(row.errors())),
                columns.texts(row -> row.conflicts().isEmpty() ? null : json.text(row.conflicts())),
                columns.uuids(ImportRow::caseId),
                columns.booleans(ImportRow::done));
    }

    /** On which lines these numbers stand already, among the rows that count and are not the given one. */
    public Uni<Map<String, Integer>> linesOf(SqlClient client, UUID importId, int exceptRow, List<String> numbers) {
        return Database.list(
                        client,
                        "select number, line_no from import_row where import_id = $1 and number = any ($2)"
                                + " and outcome <> 'BAD' and row_no <> $3",
                        row -> Map.entry(row.getString(0), row.getInteger(1)),
                        importId,
                        numbers.toArray(String[]::new),
                        exceptRow)
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** New rows that are not filed yet, in order. */
    public Uni<List<ImportRow>> todo(SqlConnection tx, UUID importId, int limit) {
        return Database.list(
                tx,
                SELECT + " where r.import_id = $1 and r.outcome = 'NEW' and not r.done order by r.row_no limit $2",
                this::read,
                importId,
                limit);
    }

    /** Rows after the given one, of one outcome or of all. */
    public Uni<List<ImportRow>> list(
            SqlClient client, int courtId, UUID importId, @Nullable RowOutcome outcome, int after, int limit) {
        return new Sql(SELECT + " where r.import_id = ? and r.court_id = ? and r.row_no > ?", importId, courtId, after)
                .addIf(outcome == null ? null : outcome.name(), " and r.outcome = ?")
                .add(" order by r.row_no limit ?", limit)
                .list(client, this::read);
    }

    /** Bad rows and conflicts after the given row. */
    public Uni<List<ImportRow>> faults(SqlClient client, int courtId, UUID importId, int after, int limit) {
        return Database.list(
                client,
                SELECT + " where r.import_id = $1 and r.court_id = $2 and r.row_no > $3"
                        + " and r.outcome in ('BAD', 'CONFLICT') order by r.row_no limit $4",
                this::read,
                importId,
                courtId,
                after,
                limit);
    }

    public Uni<Optional<ImportRow>> find(SqlClient client, int courtId, UUID importId, int row) {
        return Database.first(
                client,
                SELECT + " where r.import_id = $1 and r.court_id = $2 and r.row_no = $3",
                this::read,
                importId,
                courtId,
                row);
    }

    /** How many of the filed cases each handler got. */
    public Uni<Map<UUID, Integer>> byHandler(SqlClient client, UUID importId) {
        return Database.list(client, BY_HANDLER, row -> Map.entry(row.getUUID(0), row.getInteger(1)), importId)
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private ImportRow read(Row row) {
        String team = row.getString(4);
        String errors = row.getString(8);
        String conflicts = row.getString(9);
        return new ImportRow(
                row.getInteger(0),
                row.getInteger(1),
                row.getString(2),
                RowOutcome.valueOf(row.getString(3)),
                team == null ? null : Team.valueOf(team),
                row.getString(5),
                row.getString(6),
                json.read(row.getString(7), valuesType),
                errors == null ? List.of() : List.of(json.read(errors, RowError[].class)),
                conflicts == null ? List.of() : List.of(json.read(conflicts, RowConflict[].class)),
                row.getUUID(10),
                row.getBoolean(11));
    }
}
