package org.zhixing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.zhixing.flow.StatementJudge.Checked;
import org.zhixing.ledger.StatementFile;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.LineReader;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.RunningBalance;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/**
 * Reads a statement to its end and says what would become of each line, and whether its balances follow from each other.
 * A batch is one transaction that also says how far the check has come.
 */
@ApplicationScoped
public class CheckStatement {
    private final Database database;
    private final Statements statements;
    private final FetchedFile files;
    private final StatementJudge judge;
    private final CourtClock clock;
    private final int batch;

    CheckStatement(
            Database database,
            Statements statements,
            FetchedFile files,
            StatementJudge judge,
            CourtClock clock,
            ZhixingConfig config) {
        this.database = database;
        this.statements = statements;
        this.files = files;
        this.judge = judge;
        this.clock = clock;
        this.batch = config.imports().batch();
    }

    /** Blocks until the statement is previewed, or until {@code stopping} says so. */
    void run(Statements.Work work, BooleanSupplier stopping) throws IOException {
        StatementRun run = work.run();
        Path file = files.fetch(run.id(), run.fileId(), run.size());
        try {
            count(work, file);
            checkLines(work, file, stopping);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<StatementMapping> known(Statements.Work work) {
        return List.of(work.run().mapping());
    }

    /** Counts the lines first: the file's own faults show before any is stored, and progress has its end. */
    private void count(Statements.Work work, Path file) throws IOException {
        if (work.run().total() == null) {
            try (StatementFile statement = StatementFile.open(file, known(work))) {
                int lines = statement.skip(Integer.MAX_VALUE);
                step(work, current -> current.counted(lines));
            }
        }
    }

    private void checkLines(Statements.Work work, Path file, BooleanSupplier stopping) throws IOException {
        try (StatementFile statement = StatementFile.open(file, known(work))) {
            statement.skip(work.run().checked());
            for (List<RawLine> lines = statement.next(batch); !lines.isEmpty(); lines = statement.next(batch)) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                checkBatch(work, lines);
            }
            step(work, current -> current.previewed(statement.gaps()));
        }
    }

    private void checkBatch(Statements.Work work, List<RawLine> lines) {
        List<Checked> checked = lines.stream()
                .map(line ->
                        new Checked(line, LineReader.read(work.run().mapping().document(), clock.today(), line)))
                .toList();
        database.inTransaction(tx -> statements.hold(tx, work).chain(current -> judge.judge(tx, current, checked)
                        .chain(rows -> statements
                                .insertRows(tx, current, rows)
                                .chain(() -> statements.save(tx, further(current, checked, rows))))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }

    private static StatementRun further(StatementRun current, List<Checked> checked, List<StatementRow> rows) {
        RunningBalance balance = current.balance();
        for (Checked each : checked) {
            balance = balance.then(each.line(), each.check());
        }
        return current.checkedMore(rows, balance);
    }

    private void step(Statements.Work work, UnaryOperator<StatementRun> step) {
        database.inTransaction(
                        tx -> statements.hold(tx, work).chain(current -> statements.save(tx, step.apply(current))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }
}
