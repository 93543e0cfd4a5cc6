package org.zhixing.ledger.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ImportStatus;

/**
 * One upload of a bank's statement.
 *
 * @param size bytes
 * @param total lines; null until they were counted
 * @param checked lines that have their outcome
 * @param committed lines booked by this import
 * @param bookedTo the last row whose line is booked
 * @param failure why it failed
 */
public record StatementRun(
        UUID id,
        int courtId,
        UUID fileId,
        String fileName,
        String sha256,
        long size,
        StatementMapping mapping,
        ImportStatus status,
        @Nullable Integer total,
        int checked,
        StatementTally tally,
        RunningBalance balance,
        int committed,
        int bookedTo,
        @Nullable Fault failure,
        Person createdBy,
        Instant createdAt,
        @Nullable Person committedBy) {

    /** Somebody by id and name. */
    public record Person(UUID id, String name) {}

    public StatementRun counted(int lines) {
        return with(status, lines, checked, tally, balance, committed, bookedTo, failure);
    }

    /** These lines have their outcome. */
    public StatementRun checkedMore(List<StatementRow> rows, RunningBalance now) {
        return with(status, total, checked + rows.size(), tally.plus(rows), now, committed, bookedTo, failure);
    }

    /** Lines were booked, or turned out to be known by now. */
    public StatementRun changed(List<StatementRow> before, List<StatementRow> after, int booked) {
        StatementTally now = tally.minus(before).plus(after);
        int last = before.get(before.size() - 1).row();
        return with(status, total, checked, now, balance, committed + booked, last, failure);
    }

    public StatementRun previewed(List<RunningBalance.Gap> closing) {
        return with(
                ImportStatus.PREVIEWED, total, checked, tally, balance.closed(closing), committed, bookedTo, failure);
    }

    public StatementRun to(ImportStatus next) {
        return with(next, total, checked, tally, balance, committed, bookedTo, failure);
    }

    public StatementRun failed(Fault why) {
        return with(ImportStatus.FAILED, total, checked, tally, balance, committed, bookedTo, why);
    }

    private StatementRun with(
            ImportStatus toStatus,
            @Nullable Integer lines,
            int done,
            StatementTally counts,
            RunningBalance running,
            int booked,
            int to,
            @Nullable Fault why) {
        return new StatementRun(
                id,
                courtId,
                fileId,
                fileName,
                sha256,
                size,
                mapping,
                toStatus,
                lines,
                done,
                counts,
                running,
                booked,
                to,
                why,
                createdBy,
                createdAt,
                committedBy);
    }
}
