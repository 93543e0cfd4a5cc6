package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhixing.audit.Audit;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.clock.Nodes;
import org.zhixing.flow.StatementBatch.Line;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Arrivals;
import org.zhixing.ledger.CourtAccounts;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Ids;

/** Says what a batch of a statement's rows books: which lines are new, whose money they are, and what moves. */
@ApplicationScoped
class PlanStatement {
    private final StatementJudge judge;
    private final Cases cases;
    private final Nodes nodes;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final CourtClock clock;
    private final Ids ids;

    PlanStatement(
            StatementJudge judge,
            Cases cases,
            Nodes nodes,
            Accounts accounts,
            Arrivals arrivals,
            CourtClock clock,
            Ids ids) {
        this.judge = judge;
        this.cases = cases;
        this.nodes = nodes;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.clock = clock;
        this.ids = ids;
    }

    /** Locks the cases that money goes to; whose it is is asked anew, since cases may have been filed since the preview. */
    Uni<StatementBatch> plan(SqlConnection tx, StatementRun run, List<StatementRow> rows) {
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
                    return moves(tx, rulebook, new StatementBatch(run, rows, after, lines, List.of(), Map.of()));
                }));
    }

    private Uni<StatementBatch> moves(SqlConnection tx, Nodes.Rulebook rulebook, StatementBatch compared) {
        int court = compared.run().courtId();
        List<Line> lines = compared.lines();
        List<UUID> ofCases = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.match().caseId()))
                .distinct()
                .toList();
        return cases.lockAll(tx, court, ofCases)
                .chain(() -> cases.byIds(tx, court, ofCases))
                .chain(subjects -> accounts.ofCourt(tx, court).chain(own -> {
                    Arrivals.Terms terms = new Arrivals.Terms(
                            court,
                            rulebook,
                            own.bank(),
                            TransactionKind.RECEIPT,
                            by(compared.run()).personId());
                    return arrivals.plan(tx, terms, arriving(lines, subjects))
                            .map(received -> new StatementBatch(
                                    compared.run(),
                                    compared.before(),
                                    compared.after(),
                                    lines,
                                    received,
                                    suspended(compared, own)));
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
                        line.memo()))
                .toList();
    }

    private Map<UUID, LedgerTransaction> suspended(StatementBatch compared, CourtAccounts own) {
        StatementRun run = compared.run();
        return compared.nobodys().stream()
                .collect(Collectors.toMap(
                        Line::id,
                        line -> new LedgerTransaction(
                                ids.next(),
                                run.courtId(),
                                TransactionKind.RECEIPT,
                                null,
                                clock.today(),
                                line.entry().valueOn(),
                                line.memo(),
                                line.id(),
                                null,
                                by(run).personId(),
                                LedgerTransaction.entries(
                                        own.bank(),
                                        own.suspense(),
                                        Objects.requireNonNull(line.entry().moneyIn())))));
    }

    /** Whoever had it booked, and before that whoever sent it. */
    static Audit.By by(StatementRun of) {
        StatementRun.Person person = of.committedBy() == null ? of.createdBy() : of.committedBy();
        return new Audit.By(of.courtId(), person.id(), person.name());
    }
}
