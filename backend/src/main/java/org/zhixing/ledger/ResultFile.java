package org.zhixing.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BankResult;
import org.zhixing.ledger.rules.BankResults;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.sheet.Sheet;
import org.zhixing.platform.sheet.SheetRefused;
import org.zhixing.platform.sheet.SheetRow;
import org.zhixing.platform.sheet.Sheets;

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
        try (Sheet table = Sheets.open(file)) {
            SheetRow first = next(table);
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
        } catch (SheetRefused unreadable) {
            throw Refusal.of(422, "table-unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content rows(Sheet table, BankResults columns) throws IOException {
        List<BankResult> results = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        for (SheetRow line = next(table); line != null; line = next(table)) {
            if (results.size() + bad.size() == MOST_LINES) {
                throw Refusal.of(422, "result-file-long", MOST_LINES);
            }
            BankResults.Row row = columns.row(line.line(), line.cells());
            BankResult result = row.result();
            BankResults.Column column = row.bad();
            if (result != null) {
                results.add(result);
            } else if (column != null) {
                bad.add(new Bad(line.line(), column));
            }
        }
        return new Content(results, bad);
    }

    /** The next row that is not blank, null after the last. */
    private static @Nullable SheetRow next(Sheet table) throws IOException {
        SheetRow found = table.next();
        while (found != null && found.blank()) {
            found = table.next();
        }
        return found;
    }
}
