package org.zhixing.ledger.statement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.platform.sheet.Limits;
import org.zhixing.platform.sheet.Sheet;
import org.zhixing.platform.sheet.SheetRow;
import org.zhixing.platform.sheet.Sheets;

/** CSV or XLSX. Banks put a title and the account above the header, so that the header is looked for. */
final class TableStatement implements StatementSource {
    private static final int HEADER_WITHIN = 30;

    private final Sheet sheet;
    private final StatementMapping mapping;
    private final Map<StatementColumn, Integer> places;
    private int row;

    private TableStatement(Sheet sheet, StatementMapping mapping, Map<StatementColumn, Integer> places) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.places = places;
    }

    static TableStatement open(Path file, List<StatementMapping> known, Fault unknown) throws IOException {
        Sheet sheet = Sheets.open(file);
        try {
            return headed(sheet, known, unknown);
        } catch (IOException | RuntimeException refused) {
            sheet.close();
            throw refused;
        }
    }

    private static TableStatement headed(Sheet sheet, List<StatementMapping> known, Fault unknown) throws IOException {
        int rows = 0;
        for (SheetRow found = sheet.next(); found != null && rows < HEADER_WITHIN; found = sheet.next(), rows++) {
            TableStatement best = null;
            for (StatementMapping each : known) {
                Optional<Map<StatementColumn, Integer>> places = each.document().places(found.cells());
                if (places.isPresent() && (best == null || places.get().size() > best.places.size())) {
                    best = new TableStatement(sheet, each, places.get());
                }
            }
            if (best != null) {
                return best;
            }
        }
        throw new RefusedStatement(rows == 0 ? Fault.of(FaultCode.FILE_EMPTY) : unknown);
    }

    @Override
    public StatementMapping mapping() {
        return mapping;
    }

    @Override
    public @Nullable RawLine next() throws IOException {
        SheetRow found = sheet.next();
        while (found != null && found.blank()) {
            found = sheet.next();
        }
        if (found == null) {
            return null;
        }
        row++;
        if (row > Limits.ROWS) {
            throw new RefusedStatement(FaultCode.FILE_TOO_MANY_ROWS, Integer.toString(Limits.ROWS));
        }
        Map<StatementColumn, String> values = new EnumMap<>(StatementColumn.class);
        for (Map.Entry<StatementColumn, Integer> column : places.entrySet()) {
            int place = column.getValue();
            String cell = place < found.cells().size() ? found.cells().get(place) : "";
            if (!cell.isBlank()) {
                values.put(column.getKey(), cell);
            }
        }
        return new RawLine(row, found.line(), values, List.of());
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
