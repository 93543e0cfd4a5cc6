package org.zhixing.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.RunningBalance.Gap;
import org.zhixing.ledger.rules.RunningBalance.Last;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.ledger.rules.StatementSeam;
import org.zhixing.ledger.store.BankLineRows;
import org.zhixing.ledger.store.StatementRows;
import org.zhixing.ledger.store.StatementRuns;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Leases;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.ZhixingConfig;

/** Statements of the bank on their way in, and their lines once they are booked. */
@ApplicationScoped
public class Statements {
    private final StatementRuns runs;
    private final StatementRows rows;
    private final BankLineRows lines;
    private final Ids ids;
    private final Database database;
    private final Duration lease;

    Statements(
            StatementRuns runs,
            StatementRows rows,
            BankLineRows lines,
            Ids ids,
            Database database,
            ZhixingConfig config) {
        this.runs = runs;
        this.rows = rows;
        this.lines = lines;
        this.ids = ids;
        this.database = database;
        this.lease = config.imports().lease();
    }

    /** A statement taken for work by one instance. */
    public record Work(StatementRun run, Leases.Claim claim) {}

    public Uni<UUID> add(SqlConnection tx, int courtId, UUID fileId, String name, UUID mappingId, UUID by) {
        UUID id = ids.next();
        return runs.insert(tx, id, courtId, fileId, name, mappingId, by).replaceWith(id);
    }

    /** The court's statement; 404 otherwise. */
    public Uni<StatementRun> find(SqlClient client, int courtId, UUID id) {
        return runs.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<List<StatementRun>> list(SqlClient client, int courtId, @Nullable UUID before, int limit) {
        return runs.list(client, courtId, before, limit);
    }

    /** A statement and what is missing before it, as the court's lines stand now. */
    public record Seen(StatementRun run, @Nullable Gap before) {}

    public Uni<Seen> seen(SqlClient client, int courtId, UUID id) {
        return find(client, courtId, id)
                .chain(run -> seen(client, courtId, List.of(run)))
                .map(all -> all.get(0));
    }

    /** All of them with one question; while one is being read nobody knows how it begins. */
    public Uni<List<Seen>> seen(SqlClient client, int courtId, List<StatementRun> of) {
        Map<UUID, Last> openings = new HashMap<>();
        for (StatementRun run : of) {
            Last opening = run.balance().opening();
            if (opening != null && run.status() != ImportStatus.CHECKING) {
                openings.put(run.id(), opening);
            }
        }
        return lines.before(client, courtId, openings).map(known -> of.stream()
                .map(run -> {
                    Last opening = openings.get(run.id());
                    List<BigDecimal> before = known.getOrDefault(run.id(), List.of());
                    return new Seen(
                            run,
                            opening == null
                                    ? null
                                    : StatementSeam.gap(before, opening).orElse(null));
                })
                .toList());
    }

    public Uni<StatementRun> lock(SqlConnection tx, int courtId, UUID id) {
        return runs.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<Integer> startCommit(SqlConnection tx, UUID id, UUID by) {
        return runs.startCommit(tx, id, by);
    }

    /** Takes the oldest statement that waits for work, from any court. */
    public Uni<Optional<Work>> claim() {
        return database.inTransaction(tx -> runs.claim(tx, ids.next(), lease)
                .chain(claim -> claim.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : runs.hold(tx, claim.get()).map(run -> run.map(r -> new Work(r, claim.get())))));
    }

    /** The statement as it stands, locked. @throws Leases.Lost if it is another's by now */
    public Uni<StatementRun> hold(SqlConnection tx, Work work) {
        return runs.hold(tx, work.claim()).map(found -> found.orElseThrow(Leases.Lost::new));
    }

    /** Writes what has changed and holds on to it; one that is not worked on any more is let go. */
    public Uni<StatementRun> save(SqlConnection tx, StatementRun changed) {
        return runs.save(tx, changed, lease).replaceWith(changed);
    }

    /** Lets go of it unfinished. */
    public Uni<Integer> release(Work work, Duration pause) {
        return runs.release(database.reading(), work.claim(), pause);
    }

    public Uni<Integer> insertRows(SqlConnection tx, StatementRun of, List<StatementRow> checked) {
        return rows.insert(tx, of.courtId(), of.id(), checked);
    }

    public Uni<Integer> updateRows(SqlConnection tx, StatementRun of, List<StatementRow> changed) {
        return changed.isEmpty() ? Uni.createFrom().item(0) : rows.update(tx, of.courtId(), of.id(), changed);
    }

    public Uni<Map<String, Integer>> linesOf(SqlClient client, UUID id, List<String> serials) {
        return rows.linesOf(client, id, serials);
    }

    /** The next new lines that are not booked yet. */
    public Uni<List<StatementRow>> todo(SqlConnection tx, StatementRun of, int limit) {
        return rows.todo(tx, of.id(), of.bookedTo(), limit);
    }

    public Uni<List<StatementRows.Shown>> rows(
            SqlClient client,
            StatementRun of,
            @Nullable RowOutcome outcome,
            LineMatch.@Nullable Matched matched,
            int after,
            int limit) {
        return rows.list(client, of.courtId(), of.id(), outcome, matched, after, limit);
    }

    public Uni<List<StatementRow>> faults(SqlClient client, int courtId, UUID id, int after, int limit) {
        return rows.faults(client, courtId, id, after, limit);
    }

    /** Waits until no other statement of the court is booking its lines. */
    public Uni<Integer> ownLines(SqlConnection tx, int courtId) {
        return lines.ownLines(tx, courtId);
    }

    /** What the court's lines of these serial numbers say. */
    public Uni<Map<String, BankEntry>> stored(SqlClient client, int courtId, List<String> serials) {
        return serials.isEmpty() ? Uni.createFrom().item(Map.of()) : lines.bySerials(client, courtId, serials);
    }

    public Uni<Integer> insertLines(SqlConnection tx, List<BankLine> booked) {
        return booked.isEmpty() ? Uni.createFrom().item(0) : lines.insert(tx, booked);
    }

    /** The line is nobody's money from now on, booked as that. */
    public Uni<Integer> toSuspense(SqlConnection tx, BankLine line, UUID transactionId) {
        return lines.toSuspense(tx, line.courtId(), line.id(), transactionId);
    }

    /** The court's line; 404 otherwise. */
    public Uni<BankLine> line(SqlClient client, int courtId, UUID id) {
        return lines.find(client, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }
}
