package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;

/** What the rows of one kind of sheet mean; reading, leases, batches and progress are the same for all. */
interface SheetDesk {
    /** The outcomes of these lines, in order. */
    Uni<List<ImportRow>> judge(SqlConnection tx, ImportRun of, List<ImportLine> lines);

    /** Puts new rows in and writes what became of each; the import as it then stands is saved. */
    Uni<ImportRun> commit(SqlConnection tx, ImportRun current, List<ImportRow> rows);

    /** Says that all is in, to the trail and to whom it concerns; the import is saved as done. */
    Uni<ImportRun> finish(SqlConnection tx, ImportRun current);
}
