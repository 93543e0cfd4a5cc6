package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statement beside ledger, day by day: whatever they differ by is the sum of what only one of them has (domain.md §5). */
public final class Reconciliation {
    private Reconciliation() {}

    /** What both say of a day. */
    public record Moves(
            LocalDate day, BigDecimal bankIn, BigDecimal bankOut, BigDecimal ledgerIn, BigDecimal ledgerOut) {}

    /**
     * Something that makes them differ from a day on.
     *
     * @param until the day from which on it does so no more (or by another amount); null where that has not come
     * @param settled whether a person has said what it is, where that is what it takes
     */
    public record Span(
            ItemKind kind, LocalDate since, @Nullable LocalDate until, BigDecimal amount, boolean settled) {
        boolean on(LocalDate day) {
            return !since.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /** All items of one kind. */
    public record Sum(int items, BigDecimal amount) {
        private Sum with(BigDecimal more) {
            return new Sum(items + 1, amount.add(more));
        }
    }

    /** A day with both closing balances and what explains their difference. */
    public record Day(
            Moves moves, BigDecimal bankClosing, BigDecimal ledgerClosing, Map<ItemKind, Sum> items, int unsettled) {
        public BigDecimal difference() {
            return bankClosing.subtract(ledgerClosing);
        }

        public boolean explained() {
            return unsettled == 0;
        }
    }

    /**
     * The days, in order.
     *
     * @param bank the sum of all lines before the first day
     * @param ledger what the bank's account held before the first day
     * @throws IllegalStateException where a difference is not the sum of its items: that is an error of ours
     */
    public static List<Day> of(BigDecimal bank, BigDecimal ledger, List<Moves> moves, List<Span> spans) {
        List<Day> days = new ArrayList<>(moves.size());
        BigDecimal lines = bank;
        BigDecimal held = ledger;
        for (Moves day : moves) {
            lines = lines.add(day.bankIn()).subtract(day.bankOut());
            held = held.add(day.ledgerIn()).subtract(day.ledgerOut());
            days.add(day(day, lines, held, spans));
        }
        return days;
    }

    private static Day day(Moves moves, BigDecimal lines, BigDecimal held, List<Span> spans) {
        Map<ItemKind, Sum> items = new EnumMap<>(ItemKind.class);
        BigDecimal jumps = BigDecimal.ZERO;
        BigDecimal explained = BigDecimal.ZERO;
        int unsettled = 0;
        for (Span span : spans) {
            if (!span.on(moves.day())) {
                continue;
            }
            items.merge(span.kind(), new Sum(1, span.amount()), (a, b) -> a.with(b.amount()));
            explained = explained.add(span.amount());
            if (span.kind() == ItemKind.OPENING || span.kind() == ItemKind.GAP) {
                jumps = jumps.add(span.amount());
            }
            unsettled += span.kind().passes() || span.settled() ? 0 : 1;
        }
        Day day = new Day(moves, lines.add(jumps), held, items, unsettled);
        if (day.difference().compareTo(explained) != 0) {
            throw new IllegalStateException("On " + moves.day() + " " + day.difference() + " is not " + explained);
        }
        return day;
    }
}
