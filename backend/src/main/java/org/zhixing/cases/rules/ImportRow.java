package org.zhixing.cases.rules;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * A row of the register and what becomes of it.
 *
 * @param number the case number as it is stored where it could be read, else as it was written
 * @param team the team a new row's case goes to, null where a person has to decide
 * @param rule the triage rule that says so, null unless the row is new
 * @param caseId the case it became, or the stored case it was compared with
 * @param done whether this import has filed it
 */
public record ImportRow(
        int row,
        int line,
        @Nullable String number,
        RowOutcome outcome,
        @Nullable Team team,
        @Nullable String rule,
        @Nullable String clause,
        Map<String, String> values,
        List<RowError> errors,
        List<RowConflict> conflicts,
        @Nullable UUID caseId,
        boolean done) {

    public static ImportRow bad(ImportLine line, @Nullable String number, List<RowError> errors) {
        return new ImportRow(
                line.row(),
                line.line(),
                number,
                RowOutcome.BAD,
                null,
                null,
                null,
                line.values(),
                errors,
                List.of(),
                null,
                false);
    }

    /** A row whose number is free, with where triage sends it. */
    public static ImportRow fresh(ImportLine line, String number, @Nullable Team team, String rule, String clause) {
        return new ImportRow(
                line.row(),
                line.line(),
                number,
                RowOutcome.NEW,
                team,
                rule,
                clause,
                line.values(),
                List.of(),
                List.of(),
                null,
                false);
    }

    /** A row whose number is taken: the same, or in conflict where a column differs. */
    public static ImportRow compared(ImportLine line, RegisterRow given, EnforcementCase stored) {
        List<RowConflict> conflicts = RegisterDifference.between(stored.row(), given);
        return new ImportRow(
                line.row(),
                line.line(),
                given.number().text(),
                conflicts.isEmpty() ? RowOutcome.SAME : RowOutcome.CONFLICT,
                null,
                null,
                null,
                line.values(),
                List.of(),
                conflicts,
                stored.id(),
                false);
    }

    public ImportRow filed(UUID id) {
        return new ImportRow(row, line, number, outcome, team, rule, clause, values, errors, conflicts, id, true);
    }

    public ImportLine read() {
        return new ImportLine(row, line, values);
    }
}
