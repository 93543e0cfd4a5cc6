package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhixing.ledger.rules.MappingDocument;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementMapping;

/** A statement as a workbook is read as it goes by: what stays in memory does not grow with its lines. */
class LongWorkbookTest {
    private static final Logger LOG = Logger.getLogger(LongWorkbookTest.class);
    private static final int LINES = 50_000;
    private static final int BATCH = 500;
    private static final long MOST = 8L << 20;
    private static final List<StatementColumn> COLUMNS = List.of(
            StatementColumn.SERIAL,
            StatementColumn.AT,
            StatementColumn.MONEY_IN,
            StatementColumn.PARTY,
            StatementColumn.PARTY_ACCOUNT,
            StatementColumn.REMARK);

    @TempDir
    Path folder;

    @Test
    void fiftyThousandLinesKeepNoMoreInMemoryThanAFew() throws IOException {
        Path file = write();
        long before = used();
        long most = 0;
        int lines = 0;
        try (StatementFile statement = StatementFile.open(file, List.of(mapping()))) {
            for (List<RawLine> next = statement.next(BATCH); !next.isEmpty(); next = statement.next(BATCH)) {
                lines += next.size();
                assertThat(next.get(0).value(StatementColumn.REMARK))
                        .isEqualTo("还款(2022)豫0505执" + next.get(0).row() + "号");
                if (lines % 10_000 == 0) {
                    most = Math.max(most, used() - before);
                }
            }
        }
        LOG.infof("A workbook of %d lines, %d KB: at most %d KB kept", lines, Files.size(file) >> 10, most >> 10);
        assertThat(lines).isEqualTo(LINES);
        assertThat(most).isLessThan(MOST);
    }

    /** Every text but the payer's is its line's own, as in a real statement. */
    private Path write() throws IOException {
        Path file = folder.resolve("statement.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("流水");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column).header());
            }
            for (int row = 1; row <= LINES; row++) {
                sheet.value(row, 0, "L%08d".formatted(row));
                sheet.value(row, 1, "2022-10-31 10:00:00");
                sheet.value(row, 2, 100 + row % 977);
                sheet.value(row, 3, "王某某");
                sheet.value(row, 4, "62220000" + row);
                sheet.value(row, 5, "还款(2022)豫0505执" + row + "号");
            }
        }
        return file;
    }

    private static StatementMapping mapping() {
        Map<StatementColumn, String> headers = new EnumMap<>(StatementColumn.class);
        COLUMNS.forEach(column -> headers.put(column, column.header()));
        MappingDocument document = new MappingDocument(headers, MappingDocument.DateOrder.YEAR_FIRST, List.of());
        return new StatementMapping(new UUID(0, 1), 1, "通用格式", StatementMapping.Format.TABLE, document, true, 1);
    }

    /** What is reachable now. */
    private static long used() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
