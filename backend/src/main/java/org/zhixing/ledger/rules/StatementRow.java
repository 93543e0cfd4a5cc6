package org.zhixing.ledger.rules;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.RowOutcome;

/**
 * A line of a statement and what becomes of it.
 *
 * @param values what was read: of a good line in the one way of writing it, of a bad one as the file has it
 * @param match null unless the line is new
 */
public record StatementRow(
        int row,
        int line,
        @Nullable String serial,
        RowOutcome outcome,
        Map<StatementColumn, String> values,
        List<LineFault> faults,
        List<LineConflict> conflicts,
        @Nullable LineMatch match) {

    public static StatementRow bad(RawLine line, List<LineFault> faults) {
        return new StatementRow(line.row(), line.line(), null, RowOutcome.BAD, line.values(), faults, List.of(), null);
    }

    /** A line whose serial number is free. */
    public static StatementRow fresh(int row, int line, BankEntry entry, LineMatch match) {
        return new StatementRow(row, line, entry.serial(), RowOutcome.NEW, entry.values(), List.of(), List.of(), match);
    }

    /** A line whose serial number is known: the same, or in conflict where it says something else. */
    public static StatementRow compared(int row, int line, BankEntry given, BankEntry stored) {
        List<LineConflict> conflicts = LineConflict.between(stored, given);
        RowOutcome outcome = conflicts.isEmpty() ? RowOutcome.SAME : RowOutcome.CONFLICT;
        return new StatementRow(row, line, given.serial(), outcome, given.values(), List.of(), conflicts, null);
    }

    /** Where its money goes after all. */
    public StatementRow matched(LineMatch as) {
        return new StatementRow(row, line, serial, outcome, values, faults, conflicts, as);
    }

    /** What the bank says; of a good line only. */
    public BankEntry entry() {
        return BankEntry.of(values);
    }

    public @Nullable UUID caseId() {
        return match == null ? null : match.caseId();
    }
}
