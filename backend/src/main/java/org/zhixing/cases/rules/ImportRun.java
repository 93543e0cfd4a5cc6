package org.zhixing.cases.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One upload of a sheet that is taken in row by row.
 *
 * @param size bytes
 * @param encoding UTF-8, GB18030 or XLSX; null until the file was opened
 * @param total data rows; null until they were counted
 * @param checked rows that have their outcome
 * @param committed new rows that went in: cases filed, or results recorded
 * @param failure why it failed
 */
public record ImportRun(
        UUID id,
        int courtId,
        String courtCode,
        SheetKind kind,
        UUID fileId,
        String fileName,
        String sha256,
        long size,
        ImportStatus status,
        @Nullable String encoding,
        @Nullable Integer total,
        int checked,
        ImportTally tally,
        int committed,
        @Nullable Reason failure,
        Person createdBy,
        Instant createdAt,
        @Nullable Person committedBy) {

    /** Somebody by id and name. */
    public record Person(UUID id, String name) {}

    /** The file was opened and its rows were counted. */
    public ImportRun counted(String written, int rows) {
        return with(status, written, rows, checked, tally, committed, failure);
    }

    /** These rows have their outcome. */
    public ImportRun checkedMore(List<ImportRow> rows) {
        return with(status, encoding, total, checked + rows.size(), tally.plus(rows), committed, failure);
    }

    /** Rows whose outcome or team has changed; so many cases more were filed. */
    public ImportRun changed(List<ImportRow> before, List<ImportRow> after, int filed) {
        ImportTally now = tally.minus(before).plus(after);
        return with(status, encoding, total, checked, now, committed + filed, failure);
    }

    public ImportRun to(ImportStatus next) {
        return with(next, encoding, total, checked, tally, committed, failure);
    }

    public ImportRun failed(Reason why) {
        return with(ImportStatus.FAILED, encoding, total, checked, tally, committed, why);
    }

    private ImportRun with(
            ImportStatus toStatus,
            @Nullable String written,
            @Nullable Integer rows,
            int done,
            ImportTally counts,
            int filed,
            @Nullable Reason why) {
        return new ImportRun(
                id,
                courtId,
                courtCode,
                kind,
                fileId,
                fileName,
                sha256,
                size,
                toStatus,
                written,
                rows,
                done,
                counts,
                filed,
                why,
                createdBy,
                createdAt,
                committedBy);
    }
}
