package org.zhixing.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.Arrivals;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.LedgerTransaction;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.rules.StatementRow;
import org.zhixing.ledger.rules.StatementRun;

/**
 * What a batch of a statement's rows books, put together before anything is written.
 *
 * @param before the rows as the preview left them
 * @param after what became of them, in the same order
 * @param lines those that are new
 * @param received the money among them that is a case's
 * @param suspended by line, the bookings of money that is nobody's
 */
record StatementBatch(
        StatementRun run,
        List<StatementRow> before,
        List<StatementRow> after,
        List<Line> lines,
        List<Arrivals.Planned> received,
        Map<UUID, LedgerTransaction> suspended) {

    /** A new line with the id it is kept under. */
    record Line(StatementRow row, BankEntry entry, LineMatch match, UUID id) {
        String memo() {
            String remark = entry.remark();
            return remark == null ? entry.serial() : remark;
        }
    }

    StatementRun runAfter() {
        return run.changed(before, after, lines.size());
    }

    List<LedgerTransaction> transactions() {
        return Stream.concat(received.stream().map(Arrivals.Planned::transaction), suspended.values().stream())
                .toList();
    }

    /** Rows that did not become what the preview said; those that did need not be written. */
    List<StatementRow> altered() {
        return IntStream.range(0, after.size())
                .filter(i -> !after.get(i).equals(before.get(i)))
                .mapToObj(after::get)
                .toList();
    }

    /** Those that nobody could be found for. */
    List<Line> nobodys() {
        return lines.stream()
                .filter(line -> line.match().matched() == LineMatch.Matched.SUSPENSE)
                .toList();
    }

    /** The lines of money out, which may name the payment that the bank carried out with them. */
    List<UUID> out() {
        return lines.stream()
                .filter(line -> line.entry().moneyOut() != null)
                .map(Line::id)
                .toList();
    }

    Map<UUID, Arrivals.Planned> byLine() {
        return received.stream().collect(Collectors.toMap(each -> each.arrival().lineId(), Function.identity()));
    }

    /** The lines as they are kept, each with what booked it. */
    List<BankLine> bankLines() {
        Map<UUID, Arrivals.Planned> byLine = byLine();
        return lines.stream()
                .map(line -> new BankLine(
                        line.id(), run.courtId(), run.id(), line.entry(), line.match(), transaction(line, byLine)))
                .toList();
    }

    private @Nullable UUID transaction(Line line, Map<UUID, Arrivals.Planned> byLine) {
        Arrivals.Planned planned = byLine.get(line.id());
        LedgerTransaction nobodys = suspended.get(line.id());
        return planned != null ? planned.transaction().id() : nobodys == null ? null : nobodys.id();
    }
}
