package org.zhixing.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.TableFile;
import org.zhixing.ledger.rules.BankResult;
import org.zhixing.ledger.rules.BankResults;
import org.zhixing.platform.Refusal;

/** The bank's file of results, as CSV or XLSX. */
public final class ResultFile {
    /** More than any batch has. */
    private static final int MOST_LINES = 10_000;

    private ResultFile() {}

    /** A line that cannot be read, and the column in which it cannot. */
    public record Bad(int line, BankResults.Column column) {}

    /** What it says. */
    public record Content(List<BankResult> results, List<Bad> bad) {}

    /** Blocks. 422 where it has not the columns, or too many lines. */
    public static Content read(Path file) {
        try (TableFile table = TableFile.open(file)) {
            TableFile.Line first = table.next();
            BankResults columns =
                    first == null ? null : BankResults.of(first.cells()).orElse(null);
            if (columns == null) {
                throw Refusal.of(
                        422,
                        "result-file",
                        BankResults.Column.NUMBER.header(),
                        BankResults.Column.OUTCOME.header(),
                        BankResults.Column.DATE.header());
            }
            return rows(table, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content rows(TableFile table, BankResults columns) throws IOException {
        List<BankResult> results = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        for (TableFile.@Nullable Line line = table.next(); line != null; line = table.next()) {
            if (results.size() + bad.size() == MOST_LINES) {
                throw Refusal.of(422, "result-file-long", MOST_LINES);
            }
            BankResults.Row row = columns.row(line.no(), line.cells());
            BankResult result = row.result();
            BankResults.Column column = row.bad();
            if (result != null) {
                results.add(result);
            } else if (column != null) {
                bad.add(new Bad(line.no(), column));
            }
        }
        return new Content(results, bad);
    }
}
