package org.zhixing.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.QueryColumn;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RowConflict;
import org.zhixing.cases.rules.RowError;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.platform.Messages;

/** A row of a sheet and what becomes of it. */
@Schema(name = "ImportRow")
public record ImportRowView(
        @Schema(description = "Counts the data rows from 1") int row,

        @Schema(description = "Line of the text file or row of the sheet, from 1")
        int line,

        RowOutcome outcome,
        @Nullable String number,

        @Schema(description = "Where triage sends a new row; null where a person decides") @Nullable
        Team team,

        @Schema(
                description =
                        "The triage rule that says so; of a query result ADD (property nobody knew of), UPDATE (something"
                                + " newer of known property) or NOTE (recorded as it is)",
                examples = "UP_TO_100000")
        @Nullable
        String rule,

        @Schema(examples = "一(一)1") @Nullable String clause,

        @Schema(description = "What was read, by column header")
        Map<String, String> values,

        @Schema(description = "All that is wrong with a bad row")
        List<Error> errors,

        @Schema(description = "Where the stored case differs")
        List<Conflict> conflicts,

        @Schema(description = "The case it became or is compared with") @Nullable
        UUID caseId) {

    /** What is wrong with one cell. */
    @Schema(name = "ImportRowError")
    public record Error(
            int line,
            @Schema(examples = "立案日期") String column,
            @Schema(examples = "2022-02-30") String value,
            ReasonCode code,

            @Schema(description = "A sentence in the caller's language", examples = "日历上没有这一天。")
            String reason) {
        static Error from(int line, RowError e, ShownCells cells, Messages messages, Locale locale) {
            return new Error(
                    line,
                    e.column(),
                    cells.value(e.column(), e.value()),
                    e.reason().code(),
                    ImportView.sentence(e.reason(), messages, locale));
        }
    }

    /** One column in which the stored case and the row differ. */
    @Schema(name = "ImportConflict")
    public record Conflict(String column, String stored, String given) {
        static Conflict from(RowConflict c) {
            return new Conflict(c.column(), c.stored(), c.given());
        }
    }

    static ImportRowView from(ImportRow r, ShownCells cells, Messages messages, Locale locale) {
        return new ImportRowView(
                r.row(),
                r.line(),
                r.outcome(),
                cells.kind() == SheetKind.REGISTER ? r.number() : r.values().get(QueryColumn.NUMBER.header()),
                r.team(),
                r.rule(),
                r.clause(),
                cells.values(r.values()),
                r.errors().stream()
                        .map(e -> Error.from(r.line(), e, cells, messages, locale))
                        .toList(),
                r.conflicts().stream().map(Conflict::from).toList(),
                r.caseId());
    }
}
