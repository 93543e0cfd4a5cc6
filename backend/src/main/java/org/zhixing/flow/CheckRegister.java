package org.zhixing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.zhixing.cases.Imports;
import org.zhixing.cases.RegisterFile;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RegisterImport;
import org.zhixing.cases.rules.RegisterLine;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;
import org.zhixing.triage.Triage;

/**
 * Reads an uploaded register to its end and says what would become of each row. A batch is one transaction that also
 * says how far the check has come, so that whoever goes on after a crash starts with the row behind the last batch.
 */
@ApplicationScoped
public class CheckRegister {
    /** Far above what a batch takes; a database that hangs must not hold the worker for good. */
    static final Duration BATCH_AT_MOST = Duration.ofMinutes(2);

    private final Database database;
    private final Imports imports;
    private final FetchedFile files;
    private final Triage triage;
    private final RowJudge judge;
    private final int batch;

    CheckRegister(
            Database database,
            Imports imports,
            FetchedFile files,
            Triage triage,
            RowJudge judge,
            ZhixingConfig config) {
        this.database = database;
        this.imports = imports;
        this.files = files;
        this.triage = triage;
        this.judge = judge;
        this.batch = config.imports().batch();
    }

    /** Blocks until the import is previewed, or until {@code stopping} says so. */
    void run(Imports.Work work, BooleanSupplier stopping) throws IOException {
        RegisterImport of = work.run();
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
        RegisterImport run = work.run();
        if (run.total() == null) {
            try (RegisterFile register = RegisterFile.open(file)) {
                int rows = register.skip(Integer.MAX_VALUE);
                step(work, current -> current.counted(register.encoding(), rows));
            }
        }
        return run.checked();
    }

    private void checkRows(Imports.Work work, Path file, int skipped, BooleanSupplier stopping) throws IOException {
        Triage.Table table =
                triage.table(database.reading(), work.run().courtId()).await().atMost(BATCH_AT_MOST);
        try (RegisterFile register = RegisterFile.open(file)) {
            register.skip(skipped);
            List<RegisterLine> lines = register.next(batch);
            while (!lines.isEmpty()) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                checkBatch(work, lines, table);
                lines = register.next(batch);
            }
        }
        step(work, current -> current.to(ImportStatus.PREVIEWED));
    }

    private void checkBatch(Imports.Work work, List<RegisterLine> lines, Triage.Table table) {
        database.inTransaction(tx -> imports.hold(tx, work).chain(current -> judge.judge(tx, current, 0, lines, table)
                        .chain(rows -> imports.insertRows(tx, current, rows)
                                .chain(() -> imports.save(tx, current.checkedMore(rows))))))
                .await()
                .atMost(BATCH_AT_MOST);
    }

    private interface Step {
        RegisterImport of(RegisterImport current);
    }

    private void step(Imports.Work work, Step step) {
        database.inTransaction(tx -> imports.hold(tx, work).chain(current -> imports.save(tx, step.of(current))))
                .await()
                .atMost(BATCH_AT_MOST);
    }
}
