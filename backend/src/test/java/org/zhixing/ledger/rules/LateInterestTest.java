package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhixing.clock.rules.Suspension;

class LateInterestTest {
    private static LateInterest.Reckoned reckon(
            String principal, String end, String until, List<LateInterest.Paid> paid, List<Suspension> out) {
        return LateInterest.of(new LateInterest.Debt(
                new BigDecimal(principal), LocalDate.parse(end), LocalDate.parse(until), paid, out));
    }

    private static LateInterest.Paid paid(String on, String amount) {
        return new LateInterest.Paid(LocalDate.parse(on), new BigDecimal(amount));
    }

    private static Suspension out(String from, String resume) {
        return new Suspension(LocalDate.parse(from), LocalDate.parse(resume));
    }

    private static List<String> segments(LateInterest.Reckoned reckoned) {
        return reckoned.segments().stream()
                .map(s -> s.from() + " " + s.to() + " " + s.principal().toPlainString() + " " + s.days() + " "
                        + s.interest().toPlainString())
                .toList();
    }

    @Test
    void countsFromTheDayAfterThePeriodToTheDayOfPayment() {
        LateInterest.Reckoned one = reckon("100000.00", "2022-10-10", "2022-10-11", List.of(), List.of());
        assertThat(segments(one)).containsExactly("2022-10-11 2022-10-11 100000.00 1 17.50");
        LateInterest.Reckoned year = reckon("100000.00", "2021-12-31", "2022-12-31", List.of(), List.of());
        assertThat(segments(year)).containsExactly("2022-01-01 2022-12-31 100000.00 365 6387.50");
        assertThat(reckon("100000.00", "2022-10-10", "2022-10-10", List.of(), List.of())
                        .segments())
                .as("paid on the last day of the period")
                .isEmpty();
    }

    @Test
    void aPaymentReducesWhatIsOwedFromTheNextDayOn() {
        LateInterest.Reckoned reckoned = reckon(
                "100000.00",
                "2022-09-30",
                "2022-10-31",
                List.of(paid("2022-10-10", "40000.00"), paid("2022-09-15", "10000.00"), paid("2022-10-10", "5000.00")),
                List.of());
        assertThat(segments(reckoned))
                .containsExactly(
                        "2022-10-01 2022-10-10 90000.00 10 157.50", "2022-10-11 2022-10-31 45000.00 21 165.38");
        assertThat(reckoned.interest()).isEqualByComparingTo("322.88");
        assertThat(reckoned.days()).isEqualTo(31);
        assertThat(reckoned.stillOwed()).isEqualByComparingTo("45000.00");
    }

    @Test
    void whatIsPaidOffBearsNoMoreAndWhatIsTooMuchIsSaid() {
        LateInterest.Reckoned reckoned =
                reckon("1000.00", "2022-09-30", "2022-10-31", List.of(paid("2022-10-02", "1200.00")), List.of());
        assertThat(segments(reckoned)).containsExactly("2022-10-01 2022-10-02 1000.00 2 0.35");
        assertThat(reckoned.stillOwed()).isEqualByComparingTo("0");
        assertThat(reckoned.surplus()).isEqualByComparingTo("200.00");
    }

    @Test
    void suspendedDaysAreLeftOutOnceHoweverTheyOverlap() {
        LateInterest.Reckoned reckoned = reckon(
                "100000.00",
                "2022-09-30",
                "2022-10-31",
                List.of(paid("2022-10-10", "50000.00")),
                List.of(
                        out("2022-10-05", "2022-10-15"),
                        out("2022-10-12", "2022-10-20"),
                        out("2022-09-01", "2022-09-20")));
        assertThat(segments(reckoned))
                .containsExactly("2022-10-01 2022-10-10 100000.00 4 70.00", "2022-10-11 2022-10-31 50000.00 12 105.00");
        assertThat(reckoned.segments().stream().map(LateInterest.Segment::leftOut))
                .containsExactly(6L, 9L);
    }

    @Test
    void roundsHalfUpOnceAtTheEndOfASegment() {
        // 0.000175 × 200.00 × 1 = 0.035
        assertThat(reckon("200.00", "2022-10-10", "2022-10-11", List.of(), List.of())
                        .interest())
                .isEqualByComparingTo("0.04");
        assertThat(reckon("199.99", "2022-10-10", "2022-10-11", List.of(), List.of())
                        .interest())
                .isEqualByComparingTo("0.03");
    }

    /** Day by day, with exact sums of a segment's days, comes to the same. */
    @Test
    void agreesWithACountDayByDay() {
        Random random = new Random(8);
        LocalDate end = LocalDate.of(2022, 3, 1);
        for (int round = 0; round < 500; round++) {
            BigDecimal principal = BigDecimal.valueOf(1 + random.nextInt(50_000_000), 2);
            LocalDate until = end.plusDays(random.nextInt(400));
            List<LateInterest.Paid> paid = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                paid.add(new LateInterest.Paid(
                        end.plusDays(random.nextInt(420) - 20L), BigDecimal.valueOf(1 + random.nextInt(9_000_000), 2)));
            }
            List<Suspension> out = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate from = end.plusDays(random.nextInt(420) - 20L);
                out.add(new Suspension(from, from.plusDays(1 + random.nextInt(60))));
            }
            LateInterest.Reckoned reckoned = LateInterest.of(new LateInterest.Debt(principal, end, until, paid, out));
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal segment = BigDecimal.ZERO;
            long days = 0;
            for (LocalDate day = end.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
                LocalDate today = day;
                BigDecimal owed = principal.subtract(paid.stream()
                        .filter(p -> p.on().isBefore(today))
                        .map(LateInterest.Paid::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
                boolean counted = out.stream().noneMatch(gap -> gap.covers(today));
                if (counted && owed.signum() > 0) {
                    segment = segment.add(owed.multiply(LateInterest.DAILY));
                    days++;
                }
                boolean ends = paid.stream().anyMatch(p -> p.on().equals(today)) || day.equals(until);
                if (ends) {
                    sum = sum.add(segment.setScale(2, RoundingMode.HALF_UP));
                    segment = BigDecimal.ZERO;
                }
            }
            assertThat(reckoned.interest()).isEqualByComparingTo(sum);
            assertThat(reckoned.days()).isEqualTo(days);
            assertThat(Stream.concat(reckoned.segments().stream(), Stream.empty()))
                    .allSatisfy(s -> assertThat(s.days() + s.leftOut())
                            .isEqualTo(ChronoUnit.DAYS.between(s.from(), s.to()) + 1));
        }
    }
}
