package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether each line's balance follows from the line before. Banks write the oldest line first or the newest; both are
 * tried, and the one with fewer gaps is meant. Kept between batches, so that a check goes on where it stopped.
 *
 * @param first the file's first line, null where it does not say its balance
 * @param last the last line that said its balance, null at the start and behind a line that could not be read
 */
public record RunningBalance(
        @Nullable Last first, @Nullable Last last, Gaps oldestFirst, Gaps newestFirst, List<Gap> closing) {
    /** More are counted, and not shown one by one. */
    private static final int SHOWN = 100;

    public static final RunningBalance START =
            new RunningBalance(null, null, new Gaps(0, List.of()), new Gaps(0, List.of()), List.of());

    /** The balance a line said, and what it changed; its moment is not known of lines that were checked long ago. */
    public record Last(
            int row,
            int line,
            @Nullable LocalDate valueOn,
            @Nullable LocalDateTime at,
            BigDecimal balance,
            BigDecimal change) {}

    /** A line whose balance is not what the line before makes it. */
    public record Gap(int row, int line, BigDecimal expected, BigDecimal found) {

        /** What the statement leaves out between the two: more came in than it says, or less. */
        public BigDecimal difference() {
            return found.subtract(expected);
        }
    }

    /** All of them counted, the first ones shown. */
    public record Gaps(int count, List<Gap> shown) {
        public Gaps {
            shown = List.copyOf(shown);
        }

        Gaps with(Gap gap) {
            if (gap.difference().signum() == 0) {
                return this;
            }
            List<Gap> more = new ArrayList<>(shown);
            if (more.size() < SHOWN) {
                more.add(gap);
            }
            return new Gaps(count + 1, more);
        }
    }

    /** With the next line of the file. */
    public RunningBalance then(RawLine line, LineCheck check) {
        BigDecimal balance = check instanceof LineCheck.Good good ? good.entry().balance() : null;
        if (balance == null || !(check instanceof LineCheck.Good good)) {
            return new RunningBalance(first, null, oldestFirst, newestFirst, closing);
        }
        BankEntry entry = good.entry();
        BigDecimal change = entry.change();
        Last now = new Last(line.row(), line.line(), entry.valueOn(), entry.at(), balance, change);
        Last top = line.row() == 1 ? now : first;
        if (last == null) {
            return new RunningBalance(top, now, oldestFirst, newestFirst, closing);
        }
        Gap down = new Gap(line.row(), line.line(), last.balance().add(change), balance);
        Gap up = new Gap(line.row(), line.line(), last.balance().subtract(last.change()), balance);
        return new RunningBalance(top, now, oldestFirst.with(down), newestFirst.with(up), closing);
    }

    /** With what a statement's own opening and closing balances leave out. */
    public RunningBalance closed(List<Gap> gaps) {
        return new RunningBalance(first, last, oldestFirst, newestFirst, gaps);
    }

    /** The line with which the statement begins in time; null where that line says no balance. */
    public @Nullable Last opening() {
        Last begins = isNewestFirst() ? last : first;
        return begins == null || begins.at() == null ? null : begins;
    }

    private boolean isNewestFirst() {
        return newestFirst.count() < oldestFirst.count();
    }

    /** The gaps in the order that the bank means. */
    public Gaps gaps() {
        Gaps meant = isNewestFirst() ? newestFirst : oldestFirst;
        List<Gap> all = new ArrayList<>(meant.shown());
        all.addAll(closing);
        return new Gaps(meant.count() + closing.size(), all);
    }
}
