package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.zhixing.audit.Audit;
import org.zhixing.ledger.Arrivals;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.Suspense;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.ZhixingConfig;

/**
 * Books the new lines of a previewed statement. A batch is one transaction: lines, movements of money, receipts with their
 * nodes, notices, and how far it has come, so that every line is booked exactly once whatever happens in between.
 */
@ApplicationScoped
public class CommitStatement {
    private final Database database;
    private final Statements statements;
    private final PlanStatement planning;
    private final FinishStatement finishing;
    private final Arrivals arrivals;
    private final Postings postings;
    private final Suspense suspense;
    private final Disbursements disbursements;
    private final TellOfMoney tell;
    private final Outbox outbox;
    private final Audit audit;
    private final Ids ids;
    private final int batch;

    CommitStatement(
            Database database,
            Statements statements,
            PlanStatement planning,
            FinishStatement finishing,
            Arrivals arrivals,
            Postings postings,
            Suspense suspense,
            Disbursements disbursements,
            TellOfMoney tell,
            Outbox outbox,
            Audit audit,
            Ids ids,
            ZhixingConfig config) {
        this.database = database;
        this.statements = statements;
        this.planning = planning;
        this.finishing = finishing;
        this.arrivals = arrivals;
        this.postings = postings;
        this.suspense = suspense;
        this.disbursements = disbursements;
        this.tell = tell;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.batch = config.imports().batch();
    }

    /** Blocks until every new line is booked, or until {@code stopping} says so. */
    void run(Statements.Work work, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && bookBatch(work)) {
            // each batch stands for itself
        }
    }

    /** Books the next lines in one transaction; false once nothing is left and the statement is done. */
    boolean bookBatch(Statements.Work work) {
        return database.inTransaction(tx -> statements.hold(tx, work).chain(run -> statements
                        .ownLines(tx, run.courtId())
                        .chain(() -> statements.todo(tx, run, batch))
                        .chain(rows -> rows.isEmpty()
                                ? finishing.finish(tx, run).replaceWith(false)
                                : planning.plan(tx, run, rows)
                                        .chain(planned -> save(tx, planned))
                                        .replaceWith(true))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }

    /**
     * Transactions before what names them; the outbox and the audit trail, which everybody waits for, at the end. What
     * needs no answer is sent at once over the one connection: the database works on one while the next is being written.
     */
    private Uni<Void> save(SqlConnection tx, StatementBatch b) {
        StatementRun run = b.run();
        return postings.post(tx, b.transactions())
                .chain(() -> Uni.join()
                        .all(
                                Uni.createFrom().deferred(() -> statements.insertLines(tx, b.bankLines())),
                                Uni.createFrom().deferred(() -> suspense.insert(tx, items(b))),
                                Uni.createFrom().deferred(() -> arrivals.save(tx, b.received())),
                                Uni.createFrom().deferred(() -> statements.updateRows(tx, run, b.altered())),
                                Uni.createFrom().deferred(() -> statements.save(tx, b.runAfter())),
                                Uni.createFrom().deferred(() -> outbox.put(tx, run.courtId(), told(b))))
                        .andFailFast())
                .chain(() -> disbursements.link(tx, run.courtId(), b.out()))
                .chain(() -> audit.write(tx, PlanStatement.by(run), Arrivals.entries(b.received())));
    }

    private List<SuspenseItem> items(StatementBatch b) {
        return b.nobodys().stream()
                .map(line -> new SuspenseItem(
                        ids.next(),
                        b.run().courtId(),
                        line.id(),
                        line.entry().valueOn(),
                        Objects.requireNonNull(line.entry().moneyIn()),
                        null,
                        null,
                        1))
                .toList();
    }

    private List<Event> told(StatementBatch b) {
        Map<UUID, Arrivals.Planned> received = b.byLine();
        return b.lines().stream()
                .flatMap(line -> Stream.ofNullable(received.get(line.id()))
                        .map(planned -> tell.received(planned, line.entry().party())))
                .toList();
    }
}
