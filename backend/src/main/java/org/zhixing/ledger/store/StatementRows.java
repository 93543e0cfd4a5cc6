package org.zhixing.ledger.store;

import com.fasterxml.jackson.databind.JavaType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.ledger.rules.LineConflict;
import org.zhixing.ledger.rules.LineFault;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.platform.Columns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Sql;

/** The lines of statements on their way in. */
@RegisterForReflection(
        targets = {LineFault.class, LineConflict.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class StatementRows {
    private static final String COLUMNS = "r.row_no, r.line_no, r.serial, r.outcome, r.values::text, r.errors::text,"
            + " r.conflicts::text, r.case_id, r.matched, r.why";

    private static final String ARRAYS = """
            unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[],
                    $11::text[], $12::text[])
                as x (row_no, line_no, serial, outcome, "values", errors, conflicts, case_id, matched, why)
            """;

    private static final String INSERT = """
            insert into statement_import_row (court_id, import_id, row_no, line_no, serial, outcome, values, errors,
                conflicts, case_id, matched, why)
            select $1, $2, x.row_no, x.line_no, x.serial, x.outcome, x."values"::json, x.errors::json,
                x.conflicts::json, x.case_id, x.matched, x.why
            from """ + " " + ARRAYS;

    /** The array tells the planner that few rows are meant; what was read stays. */
    private static final String UPDATE = """
            update statement_import_row r set outcome = x.outcome, conflicts = x.conflicts::json, case_id = x.case_id,
                matched = x.matched, why = x.why
            from unnest($3::int[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[])
                as x (row_no, outcome, conflicts, case_id, matched, why)
            where r.court_id = $1 and r.import_id = $2 and r.row_no = any ($3) and r.row_no = x.row_no
            """;

    /** A row with the number of its case, as screens show it. */
    public record Shown(StatementRow row, @Nullable String caseNumber) {}

    private final Json json;
    private final JavaType valuesType;

    StatementRows(Json json) {
        this.json = json;
        this.valuesType =
                json.mapper().getTypeFactory().constructMapType(EnumMap.class, StatementColumn.class, String.class);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, UUID importId, List<StatementRow> rows) {
        Columns<StatementRow> columns = new Columns<>(rows);
        return Database.execute(
                tx,
                INSERT,
                courtId,
                importId,
                columns.ints(StatementRow::row),
                columns.ints(StatementRow::line),
                columns.texts(StatementRow::serial),
                columns.names(StatementRow::outcome),
                columns.texts(row -> json.text(row.values())),
                columns.texts(row -> row.faults().isEmpty() ? null : json.text(row.faults())),
                columns.texts(this::conflicts),
                columns.uuids(StatementRow::caseId),
                columns.names(StatementRows::matched),
                columns.names(StatementRows::why));
    }

    public Uni<Integer> update(SqlConnection tx, int courtId, UUID importId, List<StatementRow> rows) {
        Columns<StatementRow> columns = new Columns<>(rows);
        return Database.execute(
                tx,
                UPDATE,
                courtId,
                importId,
                columns.ints(StatementRow::row),
                columns.names(StatementRow::outcome),
                columns.texts(this::conflicts),
                columns.uuids(StatementRow::caseId),
                columns.names(StatementRows::matched),
                columns.names(StatementRows::why));
    }

    /** On which lines of the import these serial numbers stand already. */
    public Uni<Map<String, Integer>> linesOf(SqlClient client, UUID importId, List<String> serials) {
        return Database.list(
                        client,
                        "select r.serial, r.line_no from unnest($2::text[]) asked (serial) cross join lateral (select serial,"
                                + " line_no from statement_import_row r where r.import_id = $1 and r.serial = asked.serial"
                                + " offset 0) r",
                        row -> Map.entry(row.getString(0), row.getInteger(1)),
                        importId,
                        serials.toArray(String[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** New lines after the given row, in order. */
    public Uni<List<StatementRow>> todo(SqlConnection tx, UUID importId, int after, int limit) {
        return Database.list(
                tx,
                "select " + COLUMNS + " from statement_import_row r where r.import_id = $1 and r.outcome = 'NEW'"
                        + " and r.row_no > $2 order by r.row_no limit $3",
                this::read,
                importId,
                after,
                limit);
    }

    /** Lines after the given one, of one outcome, going one way, or all. */
    public Uni<List<Shown>> list(
            SqlClient client,
            int courtId,
            UUID importId,
            @Nullable RowOutcome outcome,
            LineMatch.@Nullable Matched matched,
            int after,
            int limit) {
        return new Sql(
                        "select " + COLUMNS + ", c.number from statement_import_row r left join enforcement_case c"
                                + " on c.id = r.case_id where r.import_id = ? and r.court_id = ? and r.row_no > ?",
                        importId,
                        courtId,
                        after)
                .addIf(outcome == null ? null : outcome.name(), " and r.outcome = ?")
                .addIf(matched == null ? null : matched.name(), " and r.matched = ?")
                .add(" order by r.row_no limit ?", limit)
                .list(client, row -> new Shown(read(row), row.getString(10)));
    }

    /** Bad lines and conflicts after the given one. */
    public Uni<List<StatementRow>> faults(SqlClient client, int courtId, UUID importId, int after, int limit) {
        return Database.list(
                client,
                "select " + COLUMNS + " from statement_import_row r where r.import_id = $1 and r.court_id = $2"
                        + " and r.row_no > $3 and r.outcome in ('BAD', 'CONFLICT') order by r.row_no limit $4",
                this::read,
                importId,
                courtId,
                after,
                limit);
    }

    private @Nullable String conflicts(StatementRow row) {
        return row.conflicts().isEmpty() ? null : json.text(row.conflicts());
    }

    private static LineMatch.@Nullable Matched matched(StatementRow row) {
        LineMatch match = row.match();
        return match == null ? null : match.matched();
    }

    private static LineMatch.@Nullable MatchReason why(StatementRow row) {
        LineMatch match = row.match();
        return match == null ? null : match.why();
    }

    private StatementRow read(Row row) {
        String errors = row.getString(5);
        String conflicts = row.getString(6);
        String matched = row.getString(8);
        return new StatementRow(
                row.getInteger(0),
                row.getInteger(1),
                row.getString(2),
                RowOutcome.valueOf(row.getString(3)),
                json.read(row.getString(4), valuesType),
                errors == null ? List.of() : List.of(json.read(errors, LineFault[].class)),
                conflicts == null ? List.of() : List.of(json.read(conflicts, LineConflict[].class)),
                matched == null
                        ? null
                        : new LineMatch(
                                LineMatch.Matched.valueOf(matched),
                                row.getUUID(7),
                                LineMatch.MatchReason.valueOf(row.getString(9))));
    }
}
