package org.zhixing.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.cases.store.ImportRows;
import org.zhixing.cases.store.ImportRuns;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Leases;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.ZhixingConfig;

/** Imports of the register and of query results as other rooms see them. */
@ApplicationScoped
public class Imports {
    private final ImportRuns runs;
    private final ImportRows rows;
    private final Ids ids;
    private final Database database;
    private final Duration lease;

    Imports(ImportRuns runs, ImportRows rows, Ids ids, Database database, ZhixingConfig config) {
        this.runs = runs;
        this.rows = rows;
        this.ids = ids;
        this.database = database;
        this.lease = config.imports().lease();
    }

    /** An import taken for work by one instance; {@code attempts} counts the takings since its last step forward. */
    public record Work(ImportRun run, UUID lease, int attempts) {
        public Leases.Claim claim() {
            return new Leases.Claim(run.id(), lease, attempts);
        }
    }

    public Uni<UUID> add(SqlConnection tx, int courtId, SheetKind kind, StoredFile file, UUID by) {
        UUID id = ids.next();
        return runs.insert(tx, id, courtId, kind, file, by).replaceWith(id);
    }

    /** The court's import of that kind; 404 otherwise. */
    public Uni<ImportRun> find(SqlClient client, int courtId, SheetKind kind, UUID id) {
        return runs.find(client, courtId, kind, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** @param by who uploaded them; null is anybody */
    public Uni<List<ImportRun>> list(
            SqlClient client, int courtId, SheetKind kind, @Nullable UUID by, @Nullable UUID before, int limit) {
        return runs.list(client, courtId, kind, by, before, limit);
    }

    /** The court's import, locked; 404 otherwise. */
    public Uni<ImportRun> lock(SqlConnection tx, int courtId, SheetKind kind, UUID id) {
        return runs.lock(tx, courtId, kind, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<Integer> startCommit(SqlConnection tx, UUID id, UUID by) {
        return runs.startCommit(tx, id, by);
    }

    /** Takes the oldest import that waits for work, from any court. */
    public Uni<Optional<Work>> claim() {
        return database.inTransaction(tx -> runs.claim(tx, ids.next(), lease)
                .chain(claim -> claim.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : runs.hold(tx, claim.get())
                                .map(run -> run.map(r -> new Work(
                                        r, claim.get().lease(), claim.get().attempts())))));
    }

    /** The import as it stands, locked for this transaction. @throws Leases.Lost if it is another's by now */
    public Uni<ImportRun> hold(SqlConnection tx, Work work) {
        return runs.hold(tx, work.claim()).map(found -> found.orElseThrow(Leases.Lost::new));
    }

    /** Writes what has changed and holds on to the import; one that is not worked on any more is let go. */
    public Uni<ImportRun> save(SqlConnection tx, ImportRun changed) {
        return runs.save(tx, changed, lease).replaceWith(changed);
    }

    /** Lets go of it unfinished. */
    public Uni<Integer> release(Work work, Duration pause) {
        return runs.release(database.reading(), work.claim(), pause);
    }

    public Uni<Integer> insertRows(SqlConnection tx, ImportRun of, List<ImportRow> checked) {
        return rows.insert(tx, of.courtId(), of.id(), checked);
    }

    public Uni<Integer> updateOutcomes(SqlConnection tx, ImportRun of, List<ImportRow> changed) {
        return rows.updateOutcomes(tx, of.courtId(), of.id(), changed);
    }

    public Uni<Integer> updateRow(SqlConnection tx, ImportRun of, ImportRow corrected) {
        return rows.update(tx, of.courtId(), of.id(), corrected);
    }

    public Uni<Map<String, Integer>> linesOf(SqlClient client, UUID id, int exceptRow, List<String> numbers) {
        return rows.linesOf(client, id, exceptRow, numbers);
    }

    public Uni<List<ImportRow>> todo(SqlConnection tx, UUID id, int limit) {
        return rows.todo(tx, id, limit);
    }

    public Uni<List<ImportRow>> rows(
            SqlClient client, int courtId, UUID id, @Nullable RowOutcome outcome, int after, int limit) {
        return rows.list(client, courtId, id, outcome, after, limit);
    }

    public Uni<List<ImportRow>> faults(SqlClient client, int courtId, UUID id, int after, int limit) {
        return rows.faults(client, courtId, id, after, limit);
    }

    /** One row of the court's import; 404 otherwise. */
    public Uni<ImportRow> row(SqlClient client, int courtId, UUID id, int row) {
        return rows.find(client, courtId, id, row).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<Map<UUID, Integer>> byHandler(SqlClient client, UUID id) {
        return rows.byHandler(client, id);
    }
}
