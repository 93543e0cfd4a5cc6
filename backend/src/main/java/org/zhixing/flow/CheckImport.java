package org.zhixing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.zhixing.cases.Imports;
import org.zhixing.cases.TableFile;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/**
 * Reads an uploaded sheet to its end and says what would become of each row. A batch is one transaction that also
 * says how far the check has come, so that whoever goes on after a crash starts with the row behind the last batch.
 */
@ApplicationScoped
public class CheckImport {
    private final Database database;
    private final Imports imports;
    private final FetchedFile files;
    private final SheetDesks desks;
    private final int batch;

    CheckImport(Database database, Imports imports, FetchedFile files, SheetDesks desks, ZhixingConfig config) {
        this.database = database;
        this.imports = imports;
        this.files = files;
        this.desks = desks;
        this.batch = config.imports().batch();
    }

    /** Blocks until the import is previewed, or until {@code stopping} says so. */
    void run(Imports.Work work, BooleanSupplier stopping) throws IOException {
        ImportRun of = work.run();
        Path file = files.fetch(of.id(), of.fileId(), of.size());
        try {
            int skipped = count(work, file);
            checkRows(work, file, skipped, stopping);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Counts the rows first: the file's own faults show before any row is stored, and progress has its end. */
    private int count(Imports.Work work, Path file) throws IOException {
        ImportRun run = work.run();
        if (run.total() == null) {
            try (TableFile sheet = TableFile.open(file, run.kind())) {
                int rows = sheet.skip(Integer.MAX_VALUE);
                step(work, current -> current.counted(sheet.encoding(), rows));
            }
        }
        return run.checked();
    }

    private void checkRows(Imports.Work work, Path file, int skipped, BooleanSupplier stopping) throws IOException {
        try (TableFile sheet = TableFile.open(file, work.run().kind())) {
            sheet.skip(skipped);
            List<ImportLine> lines = sheet.next(batch);
            while (!lines.isEmpty()) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                checkBatch(work, lines);
                lines = sheet.next(batch);
            }
        }
        step(work, current -> current.to(ImportStatus.PREVIEWED));
    }

    private void checkBatch(Imports.Work work, List<ImportLine> lines) {
        database.inTransaction(tx -> imports.hold(tx, work).chain(current -> desks.of(current)
                        .judge(tx, current, lines)
                        .chain(rows -> imports.insertRows(tx, current, rows)
                                .chain(() -> imports.save(tx, current.checkedMore(rows))))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }

    private interface Step {
        ImportRun of(ImportRun current);
    }

    private void step(Imports.Work work, Step step) {
        database.inTransaction(tx -> imports.hold(tx, work).chain(current -> imports.save(tx, step.of(current))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }
}
