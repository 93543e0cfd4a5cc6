package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhixing.cases.Cases;
import org.zhixing.ledger.Accounts;
import org.zhixing.ledger.Statements;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.LineCheck;
import org.zhixing.ledger.rules.LineFault;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.RawLine;
import org.zhixing.ledger.rules.StatementColumn;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;

/**
 * Says what becomes of lines of a statement: bad, the same as or in conflict with the one stored under its serial number,
 * or new and where its money goes. A batch asks the database a few times, however long it is.
 */
@ApplicationScoped
public class StatementJudge {
    private final Statements statements;
    private final Cases cases;
    private final Accounts accounts;

    StatementJudge(Statements statements, Cases cases, Accounts accounts) {
        this.statements = statements;
        this.cases = cases;
        this.accounts = accounts;
    }

    /** A line with what was read of it. */
    record Checked(RawLine line, LineCheck check) {}

    /** The court's own cases, by what a line may name them. */
    record Known(Map<String, UUID> ofVirtual, Map<String, UUID> ofNumber, Map<String, BankEntry> stored) {
        LineMatch match(BankEntry entry) {
            return LineMatch.of(entry, ofVirtual, ofNumber);
        }
    }

    /** The outcomes of these lines, in order. */
    Uni<List<StatementRow>> judge(SqlConnection tx, StatementRun of, List<Checked> lines) {
        List<BankEntry> entries = lines.stream()
                .flatMap(each -> each.check() instanceof LineCheck.Good good ? Stream.of(good.entry()) : Stream.empty())
                .toList();
        List<String> serials =
                entries.stream().map(BankEntry::serial).distinct().toList();
        return statements.linesOf(tx, of.id(), serials).chain(taken -> known(tx, of.courtId(), entries)
                .map(known -> {
                    Map<String, Integer> firstLines = new HashMap<>(taken);
                    List<StatementRow> rows = new ArrayList<>(lines.size());
                    lines.forEach(each -> rows.add(outcome(each, firstLines, known)));
                    return rows;
                }));
    }

    Uni<Known> known(SqlConnection tx, int courtId, List<BankEntry> entries) {
        List<String> serials =
                entries.stream().map(BankEntry::serial).distinct().toList();
        List<String> virtual = entries.stream()
                .filter(entry -> entry.moneyIn() != null)
                .flatMap(entry -> Stream.ofNullable(entry.virtualNumber()))
                .distinct()
                .toList();
        List<String> numbers = entries.stream()
                .flatMap(entry -> LineMatch.numbers(entry).stream())
                .distinct()
                .toList();
        return statements.stored(tx, courtId, serials).chain(stored -> accounts.casesOf(tx, courtId, virtual)
                .chain(ofVirtual -> cases.idsByNumbers(tx, courtId, numbers)
                        .map(ofNumber -> new Known(ofVirtual, ofNumber, stored))));
    }

    private static StatementRow outcome(Checked checked, Map<String, Integer> firstLines, Known known) {
        RawLine line = checked.line();
        if (!(checked.check() instanceof LineCheck.Good good)) {
            return StatementRow.bad(line, ((LineCheck.Bad) checked.check()).faults());
        }
        BankEntry entry = good.entry();
        Integer first = firstLines.putIfAbsent(entry.serial(), line.line());
        if (first != null) {
            Fault twice = Fault.of(FaultCode.SERIAL_TWICE, first.toString());
            return StatementRow.bad(line, List.of(new LineFault(StatementColumn.SERIAL, entry.serial(), twice)));
        }
        BankEntry stored = known.stored().get(entry.serial());
        return stored == null
                ? StatementRow.fresh(line.row(), line.line(), entry, known.match(entry))
                : StatementRow.compared(line.row(), line.line(), entry, stored);
    }
}
