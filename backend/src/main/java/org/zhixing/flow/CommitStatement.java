package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Roles;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.cases.rules.RowOutcome;
import org.zhixing.clock.Nodes;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Arrivals;
import org.zhixing.ledger.CourtAccounts;
import org.zhixing.ledger.Disbursements;
import org.zhixing.ledger.Postings;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.Suspense;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.LineMatch.Matched;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.ledger.rules.SuspenseItem;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.notice.Outbox;
import org.zhixing.notice.rules.Event;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Ids;
import org.zhixing.platform.ZhixingConfig;

/**
 * Books the new lines of a previewed statement. A batch is one transaction: lines, movements of money, receipts with their
 * nodes, notices, and how far it has come, so that every line is booked exactly once whatever happens in between. Where
 * the money goes is asked anew, since cases may have been filed since the preview.
 */
@ApplicationScoped
public class CommitStatement {
    private final Database database;
    private final Statements statements;
    private final StatementJudge judge;
    private final Cases cases;
    private final Nodes nodes;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final Postings postings;
    private final Suspense suspense;
    private final Disbursements disbursements;
    private final TellOfMoney tell;
    private final Outbox outbox;
    private final Audit audit;
    private final CourtClock clock;
    private final Ids ids;
    private final int batch;

    CommitStatement(
            Database database,
            Statements statements,
            StatementJudge judge,
            Cases cases,
            Nodes nodes,
            Accounts accounts,
            Arrivals arrivals,
            Postings postings,
            Suspense suspense,
            Disbursements disbursements,
            TellOfMoney tell,
            Outbox outbox,
            Audit audit,
            CourtClock clock,
            Ids ids,
            ZhixingConfig config) {
        this.database = database;
        this.statements = statements;
        this.judge = judge;
        this.cases = cases;
        this.nodes = nodes;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.postings = postings;
        this.suspense = suspense;
        this.disbursements = disbursements;
        this.tell = tell;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.batch = config.imports().batch();
    }

    /** A new line with the id it is kept under. */
    private record Line(StatementRow row, BankEntry entry, LineMatch match, UUID id) {}

    /** What a batch books, put together before anything is written. */
    private record Batch(
            StatementRun run,
            List<StatementRow> before,
            List<StatementRow> after,
            List<Line> lines,
            List<Arrivals.Planned> received,
            Map<UUID, LedgerTransaction> suspended) {

        List<LedgerTransaction> transactions() {
            return Stream.concat(received.stream().map(Arrivals.Planned::transaction), suspended.values().stream())
                    .toList();
        }

        /** Rows that did not become what the preview said; those that did need not be written. */
        List<StatementRow> altered() {
            return after.stream().filter(row -> !before.contains(row)).toList();
        }

        Map<UUID, Arrivals.Planned> byLine() {
            return received.stream()
                    .collect(Collectors.toMap(each -> each.arrival().lineId(), Function.identity()));
        }
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
                                ? finish(tx, run).replaceWith(false)
                                : book(tx, run, rows).replaceWith(true))))
                .await()
                .atMost(LeasedLoop.BATCH_AT_MOST);
    }

    private Uni<StatementRun> book(SqlConnection tx, StatementRun run, List<StatementRow> rows) {
        List<BankEntry> entries = rows.stream().map(StatementRow::entry).toList();
        return nodes.rulebookForDating(tx, run.courtId())
                .chain(rulebook -> judge.known(tx, run.courtId(), entries).chain(known -> {
                    List<StatementRow> after = new ArrayList<>();
                    List<Line> lines = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        StatementRow row = rows.get(i);
                        BankEntry stored = known.stored().get(entries.get(i).serial());
                        if (stored == null) {
                            LineMatch match = known.match(entries.get(i));
                            lines.add(new Line(row, entries.get(i), match, ids.next()));
                            after.add(row.matched(match));
                        } else {
                            after.add(StatementRow.compared(row.row(), row.line(), entries.get(i), stored));
                        }
                    }
                    return plan(tx, run, rulebook, rows, after, lines).chain(planned -> save(tx, planned));
                }));
    }

    private Uni<Batch> plan(
            SqlConnection tx,
            StatementRun run,
            Nodes.Rulebook rulebook,
            List<StatementRow> before,
            List<StatementRow> after,
            List<Line> lines) {
        List<UUID> ofCases = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.match().caseId()))
                .distinct()
                .toList();
        return cases.lockAll(tx, run.courtId(), ofCases)
                .chain(() -> cases.byIds(tx, run.courtId(), ofCases))
                .chain(subjects -> accounts.ofCourt(tx, run.courtId()).chain(court -> {
                    Arrivals.Terms terms = new Arrivals.Terms(
                            run.courtId(), rulebook, court.bank(), TransactionKind.RECEIPT, by(run).personId());
                    return arrivals.plan(tx, terms, arriving(lines, subjects))
                            .map(received ->
                                    new Batch(run, before, after, lines, received, suspended(run, court, lines)));
                }));
    }

    private static List<Arrivals.Arrival> arriving(List<Line> lines, Map<UUID, EnforcementCase> subjects) {
        return lines.stream()
                .filter(line -> line.match().caseId() != null)
                .map(line -> new Arrivals.Arrival(
                        Objects.requireNonNull(subjects.get(line.match().caseId())),
                        line.id(),
                        line.entry().valueOn(),
                        Objects.requireNonNull(line.entry().moneyIn()),
                        memo(line.entry())))
                .toList();
    }

    private Map<UUID, LedgerTransaction> suspended(StatementRun run, CourtAccounts court, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.match().matched() == Matched.SUSPENSE)
                .collect(Collectors.toMap(
                        Line::id,
                        line -> new LedgerTransaction(
                                ids.next(),
                                run.courtId(),
                                TransactionKind.RECEIPT,
                                null,
                                clock.today(),
                                line.entry().valueOn(),
                                memo(line.entry()),
                                line.id(),
                                null,
                                by(run).personId(),
                                LedgerTransaction.entries(
                                        court.bank(),
                                        court.suspense(),
                                        Objects.requireNonNull(line.entry().moneyIn())))));
    }

    private static String memo(BankEntry entry) {
        String remark = entry.remark();
        return remark == null ? entry.serial() : remark;
    }

    /**
     * Transactions before what names them; the outbox and the audit trail, which everybody waits for, at the end. What
     * needs no answer is sent at once over the one connection: the database works on one while the next is being written.
     */
    private Uni<StatementRun> save(SqlConnection tx, Batch b) {
        Map<UUID, Arrivals.Planned> received = b.byLine();
        StatementRun after = b.run().changed(b.before(), b.after(), b.lines().size());
        return postings.post(tx, b.transactions())
                .chain(() -> Uni.join()
                        .all(
                                Uni.createFrom().deferred(() -> statements.insertLines(tx, bankLines(b, received))),
                                Uni.createFrom().deferred(() -> suspense.insert(tx, items(b))),
                                Uni.createFrom().deferred(() -> arrivals.save(tx, b.received())),
                                Uni.createFrom().deferred(() -> statements.updateRows(tx, b.run(), b.altered())),
                                Uni.createFrom().deferred(() -> statements.save(tx, after)),
                                Uni.createFrom()
                                        .deferred(() -> outbox.put(tx, b.run().courtId(), told(b, received))))
                        .andFailFast())
                .chain(() -> disbursements.link(tx, b.run().courtId(), out(b)))
                .chain(() -> audit.write(tx, by(b.run()), Arrivals.entries(b.received())))
                .replaceWith(after);
    }

    /** The lines of money out, which may name the payment that the bank carried out with them. */
    private static List<UUID> out(Batch b) {
        return b.lines().stream()
                .filter(line -> line.entry().moneyOut() != null)
                .map(Line::id)
                .toList();
    }

    private static List<BankLine> bankLines(Batch b, Map<UUID, Arrivals.Planned> received) {
        return b.lines().stream()
                .map(line -> new BankLine(
                        line.id(),
                        b.run().courtId(),
                        b.run().id(),
                        line.entry(),
                        line.match(),
                        transaction(line, b, received)))
                .toList();
    }

    private static @Nullable UUID transaction(Line line, Batch b, Map<UUID, Arrivals.Planned> received) {
        Arrivals.Planned planned = received.get(line.id());
        LedgerTransaction suspended = b.suspended().get(line.id());
        return planned != null ? planned.transaction().id() : suspended == null ? null : suspended.id();
    }

    private List<SuspenseItem> items(Batch b) {
        return b.lines().stream()
                .filter(line -> line.match().matched() == Matched.SUSPENSE)
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

    private List<Event> told(Batch b, Map<UUID, Arrivals.Planned> received) {
        return b.lines().stream()
                .flatMap(line -> Stream.ofNullable(received.get(line.id()))
                        .map(planned -> tell.received(planned, line.entry().party())))
                .toList();
    }

    private Uni<StatementRun> finish(SqlConnection tx, StatementRun run) {
        StatementRun done = run.to(ImportStatus.DONE);
        Map<String, Object> detail = Map.of(
                "file", done.fileName(),
                "sha256", done.sha256(),
                "booked", done.committed(),
                "suspense", done.tally().of(Matched.SUSPENSE),
                "same", done.tally().of(RowOutcome.SAME),
                "conflicts", done.tally().of(RowOutcome.CONFLICT),
                "bad", done.tally().of(RowOutcome.BAD));
        return statements
                .save(tx, done)
                .call(() -> outbox.put(tx, done.courtId(), events(done)))
                .call(() ->
                        audit.write(tx, by(done), List.of(new Entry("statement.committed", null, done.id(), detail))));
    }

    /** One to the uploader; and to the funds desk one for all that nobody could be found for. */
    private List<Event> events(StatementRun done) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(
                "statement.done",
                "statement.done:" + done.id(),
                List.of(done.createdBy().id()),
                List.of(),
                Map.of(
                        "file", done.fileName(),
                        "committed", Integer.toString(done.committed()),
                        "conflicts", Integer.toString(done.tally().of(RowOutcome.CONFLICT)),
                        "bad", Integer.toString(done.tally().of(RowOutcome.BAD))),
                null,
                null,
                clock.today()));
        int unknown = done.tally().of(Matched.SUSPENSE);
        if (unknown > 0) {
            events.add(new Event(
                    "suspense.new",
                    "suspense.new:" + done.id(),
                    List.of(),
                    List.of(new Event.Circle(Roles.FUNDS, null)),
                    Map.of(
                            "count", Integer.toString(unknown),
                            "amount", TellOfMoney.text(done.tally().amount(Matched.SUSPENSE)),
                            "file", done.fileName()),
                    null,
                    null,
                    clock.today()));
        }
        return events;
    }

    private static Audit.By by(StatementRun of) {
        StatementRun.Person person = of.committedBy() == null ? of.createdBy() : of.committedBy();
        return new Audit.By(of.courtId(), person.id(), person.name());
    }
}
