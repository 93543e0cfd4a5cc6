package org.zhixing.cases;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.Checked;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RefusedFile;
import org.zhixing.cases.rules.SheetHeader;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.platform.sheet.Limits;
import org.zhixing.platform.sheet.Sheet;
import org.zhixing.platform.sheet.SheetRefused;
import org.zhixing.platform.sheet.SheetRow;
import org.zhixing.platform.sheet.Sheets;

/** A sheet that is taken in row by row, opened after its header was understood. Every method may throw {@link RefusedFile}. Not thread-safe. */
public final class TableFile implements Closeable {
    private final Sheet sheet;
    private final SheetHeader header;
    private int row;

    private TableFile(Sheet sheet, SheetHeader header) {
        this.sheet = sheet;
        this.header = header;
    }

    /** Opens the file and reads its header, which is its first row that is not blank. */
    public static TableFile open(Path file, SheetKind kind) throws IOException {
        Sheet sheet = opened(file);
        try {
            SheetRow first = next(sheet);
            if (first == null) {
                throw new RefusedFile(ReasonCode.FILE_EMPTY);
            }
            Checked<SheetHeader> header = SheetHeader.of(kind.columns(), first.cells());
            header.refused().ifPresent(reason -> {
                throw new RefusedFile(reason);
            });
            return new TableFile(sheet, header.orThrow());
        } catch (IOException | RuntimeException refused) {
            sheet.close();
            throw refused;
        }
    }

    public String encoding() {
        return sheet.encoding();
    }

    /** The next data rows, at most that many; empty after the last. Blank rows are passed over. */
    public List<ImportLine> next(int most) throws IOException {
        List<ImportLine> lines = new ArrayList<>();
        while (lines.size() < most) {
            SheetRow found = next(sheet);
            if (found == null) {
                break;
            }
            row++;
            if (row > Limits.ROWS) {
                throw new RefusedFile(ReasonCode.FILE_TOO_MANY_ROWS, Integer.toString(Limits.ROWS));
            }
            lines.add(new ImportLine(row, found.line(), header.values(found.cells())));
        }
        return lines;
    }

    /** Passes over the given number of data rows; answers how many there were. */
    public int skip(int rows) throws IOException {
        int before = row;
        while (row - before < rows
                && !next(Math.min(1000, rows - (row - before))).isEmpty()) {
            // the row count is what is wanted
        }
        return row - before;
    }

    private static Sheet opened(Path file) throws IOException {
        try {
            return Sheets.open(file);
        } catch (SheetRefused refused) {
            throw refused(refused);
        }
    }

    private static @Nullable SheetRow next(Sheet sheet) throws IOException {
        try {
            SheetRow found = sheet.next();
            while (found != null && found.blank()) {
                found = sheet.next();
            }
            return found;
        } catch (SheetRefused refused) {
            throw refused(refused);
        }
    }

    private static RefusedFile refused(SheetRefused refused) {
        ReasonCode code = ReasonCode.valueOf("FILE_" + refused.fault());
        return new RefusedFile(new Reason(code, refused.params()));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
