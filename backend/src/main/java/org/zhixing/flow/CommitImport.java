package org.zhixing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.zhixing.cases.Imports;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/**
 * Puts the new rows of a previewed sheet in. A batch is one transaction: what its rows become and the mark on each row
 * that it is done, so that every row goes in exactly once whatever happens in between.
 */
@ApplicationScoped
public class CommitImport {
    private final Database database;
    private final Imports imports;
    private final SheetDesks desks;
    private final int batch;

    CommitImport(Database database, Imports imports, SheetDesks desks, ZhixingConfig config) {
        this.database = database;
        this.imports = imports;
        this.desks = desks;
        this.batch = config.imports().batch();
    }

    /** Blocks until every new row is in, or until {@code stopping} says so. */
    void run(Imports.Work work, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && fileBatch(work)) {
            // each batch stands for itself
        }
    }

    /** Puts the next rows in, in one transaction; false once nothing is left and the import is done. */
    boolean fileBatch(Imports.Work work) {
        SheetDesk desk = desks.of(work.run());
        return database.inTransaction(
                        tx -> imports.hold(tx, work).chain(current -> imports.todo(tx, current.id(), batch)
                                .chain(rows -> rows.isEmpty()
                                        ? desk.finish(tx, current).replaceWith(false)
                                        : desk.commit(tx, current, rows).replaceWith(true))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }
}
