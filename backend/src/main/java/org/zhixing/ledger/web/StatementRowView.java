package org.zhixing.ledger.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Masking;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.ledger.store.StatementRows;
import org.zhixing.platform.Messages;

/** A line of a statement and what becomes of it. */
@Schema(name = "StatementRow")
public record StatementRowView(
        @Schema(description = "Counts the lines from 1") int row,

        @Schema(description = "Line of the text file, row of the sheet, or line of the XML file, from 1")
        int line,

        RowOutcome outcome,
        @Nullable String serial,

        @Schema(description = "What was read; of a bad line as the file has it")
        Map<StatementColumn, String> values,

        List<Error> errors,

        @Schema(description = "Where the stored line of that serial number differs")
        List<Conflict> conflicts,

        LineMatch.@Nullable Matched matched,
        LineMatch.@Nullable MatchReason why,
        @Nullable UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") @Nullable String caseNumber,
        @Schema(description = "Whether it is booked") boolean done) {

    /** What is wrong with one value. */
    @Schema(name = "StatementRowError")
    public record Error(
            StatementColumn column,
            String value,
            FaultCode code,

            @Schema(description = "A sentence in the caller's language", examples = "不能为空。")
            String reason) {}

    /** One thing in which the stored line differs. */
    @Schema(name = "StatementConflict")
    public record Conflict(StatementColumn column, String stored, String given) {}

    static StatementRowView from(StatementRows.Shown shown, StatementRun run, Messages messages, Locale locale) {
        StatementRow r = shown.row();
        LineMatch match = r.match();
        return new StatementRowView(
                r.row(),
                r.line(),
                r.outcome(),
                r.serial(),
                masked(r.values()),
                r.faults().stream()
                        .map(f -> new Error(
                                f.column(),
                                shown(f.column(), f.value()),
                                f.fault().code(),
                                StatementView.sentence(f.fault(), messages, locale)))
                        .toList(),
                r.conflicts().stream()
                        .map(c -> new Conflict(c.column(), shown(c.column(), c.stored()), shown(c.column(), c.given())))
                        .toList(),
                match == null ? null : match.matched(),
                match == null ? null : match.why(),
                r.caseId(),
                shown.caseNumber(),
                r.outcome() == RowOutcome.NEW && r.row() <= run.bookedTo());
    }

    private static Map<StatementColumn, String> masked(Map<StatementColumn, String> values) {
        values.replaceAll((column, value) -> shown(column, value));
        return values;
    }

    /** Bank accounts are masked; of a line that is booked they may be asked for. */
    static String shown(StatementColumn column, String value) {
        return column == StatementColumn.PARTY_ACCOUNT ? String.valueOf(Masking.bankAccount(value)) : value;
    }
}
