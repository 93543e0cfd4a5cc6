package org.zhixing.cases;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.register.Sheet;
import org.zhixing.cases.register.SheetRow;
import org.zhixing.cases.register.Sheets;

/** A table that somebody sends, as CSV or XLSX, row by row. Every method may throw RefusedFile. Not thread-safe. */
public final class TableFile implements Closeable {
    private final Sheet sheet;

    private TableFile(Sheet sheet) {
        this.sheet = sheet;
    }

    /** A row that is not blank: its line in the file, counted from 1, and its cells. */
    public record Line(int no, List<String> cells) {}

    public static TableFile open(Path file) throws IOException {
        return new TableFile(Sheets.open(file));
    }

    /** The next row that is not blank, null after the last. */
    public @Nullable Line next() throws IOException {
        SheetRow found = sheet.next();
        while (found != null && found.blank()) {
            found = sheet.next();
        }
        return found == null ? null : new Line(found.line(), found.cells());
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
