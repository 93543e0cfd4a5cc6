package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhixing.clock.rules.Suspension;

/**
 * 加倍部分债务利息 (法释〔2014〕8号 art. 1–4): what is still owed × 0.0175 % × days. The first day is the one after the period
 * for performance ends, the last the day of payment. A payment reduces what is owed from the next day on, the debt before
 * its interest. Days on which the enforcement stood still by law are left out. Each segment of one principal is rounded
 * half up to the fen, once, at its end.
 */
public final class LateInterest {
    public static final BigDecimal DAILY = new BigDecimal("0.000175");
    public static final String CLAUSE = "法释〔2014〕8号第1条至第4条";

    private LateInterest() {}

    /** A part payment that arrived on that day. */
    public record Paid(LocalDate on, BigDecimal amount) {}

    /**
     * What is asked.
     *
     * @param periodEnd the last day of the period for performance
     * @param until the day of payment, or until when to count
     * @param notCounted periods that are left out
     */
    public record Debt(
            BigDecimal principal,
            LocalDate periodEnd,
            LocalDate until,
            List<Paid> payments,
            List<Suspension> notCounted) {}

    /**
     * Days of one principal, both ends counted.
     *
     * @param days without {@code leftOut}
     */
    public record Segment(
            LocalDate from, LocalDate to, BigDecimal principal, long days, long leftOut, BigDecimal interest) {}

    /** The result, with what was paid beyond the debt. */
    public record Reckoned(
            List<Segment> segments, long days, BigDecimal interest, BigDecimal stillOwed, BigDecimal surplus) {}

    public static Reckoned of(Debt debt) {
        Map<LocalDate, BigDecimal> byDay = new TreeMap<>();
        debt.payments().stream()
                .sorted(Comparator.comparing(Paid::on))
                .filter(paid -> !paid.on().isAfter(debt.until()))
                .forEach(paid -> byDay.merge(
                        // What was paid in time never was late.
                        paid.on().isAfter(debt.periodEnd()) ? paid.on() : debt.periodEnd(),
                        paid.amount(),
                        BigDecimal::add));
        List<Suspension> gaps = Suspension.unite(debt.notCounted());
        List<Segment> segments = new ArrayList<>();
        BigDecimal owed = debt.principal();
        LocalDate from = debt.periodEnd().plusDays(1);
        for (var paid : byDay.entrySet()) {
            add(segments, from, paid.getKey(), owed, gaps);
            from = paid.getKey().plusDays(1);
            owed = owed.subtract(paid.getValue());
        }
        add(segments, from, debt.until(), owed, gaps);
        BigDecimal interest =
                segments.stream().map(Segment::interest).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new Reckoned(
                List.copyOf(segments),
                segments.stream().mapToLong(Segment::days).sum(),
                interest,
                owed.max(BigDecimal.ZERO),
                owed.negate().max(BigDecimal.ZERO));
    }

    private static void add(
            List<Segment> segments, LocalDate from, LocalDate to, BigDecimal owed, List<Suspension> gaps) {
        if (from.isAfter(to) || owed.signum() <= 0) {
            return;
        }
        long leftOut = gaps.stream().mapToLong(gap -> overlap(gap, from, to)).sum();
        long days = ChronoUnit.DAYS.between(from, to) + 1 - leftOut;
        BigDecimal interest =
                owed.multiply(DAILY).multiply(BigDecimal.valueOf(days)).setScale(2, RoundingMode.HALF_UP);
        segments.add(new Segment(from, to, owed, days, leftOut, interest));
    }

    private static long overlap(Suspension gap, LocalDate from, LocalDate to) {
        LocalDate first = gap.from().isAfter(from) ? gap.from() : from;
        LocalDate end = gap.resume().isBefore(to.plusDays(1)) ? gap.resume() : to.plusDays(1);
        return Math.max(0, ChronoUnit.DAYS.between(first, end));
    }
}
