package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.ledger.rules.RunningBalance.Gap;

/** Statements that follow each other, and those between which one is missing. */
class StatementSeamTest {
    private static final LocalDateTime START = LocalDate.of(2022, 10, 8).atStartOfDay();

    @Test
    void whatFollowsLeavesNoGapAndWhatIsFirstHasNothingToFollow() {
        RunningBalance next = read(List.of(line(1, "50.00", "150.00")));
        assertThat(gap(next)).isEmpty();
        assertThat(gap(next, "100.00")).isEmpty();
        assertThat(gap(next, "100")).isEmpty();
    }

    @Test
    void whatIsMissingIsTheDifference() {
        Gap found = gap(read(List.of(line(1, "50.00", "150.00"))), "130.00").orElseThrow();
        assertThat(found.expected()).isEqualTo("180.00");
        assertThat(found.found()).isEqualTo("150.00");
        assertThat(found.difference()).isEqualTo("-30.00");
        assertThat(found.row()).isEqualTo(1);
    }

    @Test
    void linesOfOneMomentHaveNoOrder() {
        RunningBalance next = read(List.of(line(1, "50.00", "150.00")));
        assertThat(gap(next, "90.00", "100.00")).isEmpty();
        assertThat(gap(next, "90.00", "110.00").orElseThrow().expected()).isEqualTo("140.00");
    }

    @Test
    void aFirstLineThatSaysNoBalanceOpensNothing() {
        assertThat(read(List.of(line(1, "50.00", null), line(2, "1.00", "151.00")))
                        .opening())
                .isNull();
        assertThat(RunningBalance.START.opening()).isNull();
    }

    /** An account's year, cut into statements of either order, of which one is left out. */
    @Test
    void ofAnyYearExactlyTheStatementBehindTheMissingOneHasAGap() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<List<BankEntry>> statements = year(random);
            int missing = random.nextInt(statements.size());
            BigDecimal left = sum(statements.get(missing));
            BigDecimal held = null;
            for (int i = 0; i < statements.size(); i++) {
                List<BankEntry> lines = statements.get(i);
                Optional<Gap> whole = gap(read(order(lines, random)), i == 0 ? null : end(statements.get(i - 1)));
                assertThat(whole).as("seed %d, all are there", seed).isEmpty();
                if (i == missing) {
                    continue;
                }
                Optional<Gap> found = gap(read(order(lines, random)), held);
                if (i == missing + 1 && missing > 0 && left.signum() != 0) {
                    assertThat(found.orElseThrow().difference())
                            .as("seed %d", seed)
                            .isEqualByComparingTo(left);
                } else {
                    assertThat(found).as("seed %d, statement %d", seed, i).isEmpty();
                }
                held = end(lines);
            }
        }
    }

    private static List<List<BankEntry>> year(Random random) {
        List<List<BankEntry>> statements = new ArrayList<>();
        BigDecimal balance = BigDecimal.valueOf(random.nextInt(10_000_000), 2);
        int no = 0;
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            List<BankEntry> lines = new ArrayList<>();
            for (int j = 3 + random.nextInt(6); j > 0; j--) {
                // Distinct sums, so that either order can be told from the other.
                BigDecimal change = BigDecimal.valueOf(1 + 1_000L * random.nextInt(1_000) + no, 2);
                balance = balance.add(change);
                lines.add(line(++no, change.toPlainString(), balance.toPlainString()));
            }
            statements.add(lines);
        }
        return statements;
    }

    private static List<BankEntry> order(List<BankEntry> lines, Random random) {
        List<BankEntry> ordered = new ArrayList<>(lines);
        if (random.nextBoolean()) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static BigDecimal end(List<BankEntry> lines) {
        return Objects.requireNonNull(lines.get(lines.size() - 1).balance());
    }

    private static BigDecimal sum(List<BankEntry> lines) {
        return lines.stream().map(BankEntry::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Gap> gap(RunningBalance next, String... before) {
        List<BigDecimal> known = new ArrayList<>();
        for (String each : before) {
            known.add(new BigDecimal(each));
        }
        return StatementSeam.gap(known, Objects.requireNonNull(next.opening()));
    }

    private static Optional<Gap> gap(RunningBalance next, @Nullable BigDecimal before) {
        return StatementSeam.gap(before == null ? List.of() : List.of(before), Objects.requireNonNull(next.opening()));
    }

    private static BankEntry line(int no, String in, @Nullable String balance) {
        LocalDateTime at = START.plusHours(no);
        return new BankEntry(
                "" + no,
                at,
                at.toLocalDate(),
                new BigDecimal(in),
                null,
                null,
                null,
                null,
                null,
                balance == null ? null : new BigDecimal(balance));
    }

    private static RunningBalance read(List<BankEntry> lines) {
        RunningBalance balance = RunningBalance.START;
        for (int i = 0; i < lines.size(); i++) {
            balance = balance.then(new RawLine(i + 1, i + 2, Map.of(), List.of()), new LineCheck.Good(lines.get(i)));
        }
        return balance;
    }
}
