package org.zhixing.measure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.measure.rules.FourChecks.Found;
import org.zhixing.measure.rules.FourChecks.Verdict;

/** 四查足额、不足额: worked examples, and what holds of any findings. */
class FourChecksTest {
    private static final LocalDate DAY = LocalDate.of(2022, 10, 20);
    private static final Set<String> ONE = Set.of("李某某");
    private static final BigDecimal CLAIM = new BigDecimal("60000.00");

    private static QueryResult nothing(CheckKind kind, String who) {
        return new QueryResult(
                "(2022)豫0505执1号", who, kind, "某单位", DAY, AssetSource.ONLINE_CHECK, false, null, null, null, false);
    }

    private static List<QueryResult> allFour(String who) {
        return Arrays.stream(CheckKind.values())
                .filter(CheckKind::ofTheFour)
                .map(kind -> nothing(kind, who))
                .toList();
    }

    private static Found found(AssetKind kind, @Nullable String value, AssetSource source, boolean othersFirst) {
        return new Found(
                new Asset.Facts(
                        kind,
                        "李某某",
                        "某物",
                        null,
                        null,
                        value == null ? null : new BigDecimal(value),
                        false,
                        source,
                        DAY,
                        false),
                othersFirst);
    }

    private static Found found(AssetKind kind, @Nullable String value) {
        return found(kind, value, AssetSource.ONLINE_CHECK, false);
    }

    @Test
    void nothingAskedSaysNothing() {
        FourChecks none = FourChecks.of(CLAIM, ONE, List.of(), List.of());
        assertThat(none.verdict()).isEqualTo(Verdict.NOT_ALL_ASKED);
        assertThat(none.shortBy()).isEqualByComparingTo(CLAIM);
        assertThat(none.differsFrom(true)).isFalse();
        assertThat(none.differsFrom(false)).isFalse();
        assertThat(none.checks())
                .extracting(FourChecks.Check::kind)
                .containsExactly(CheckKind.DEPOSIT, CheckKind.REAL_ESTATE, CheckKind.VEHICLE, CheckKind.BUSINESS);
    }

    @Test
    void enoughIsEnoughWhateverWasNotAsked() {
        FourChecks enough = FourChecks.of(CLAIM, ONE, List.of(), List.of(found(AssetKind.DEPOSIT, "60000.00")));
        assertThat(enough.verdict()).isEqualTo(Verdict.SUFFICIENT);
        assertThat(enough.shortBy()).isZero();
        assertThat(enough.differsFrom(false)).isTrue();
        assertThat(enough.differsFrom(true)).isFalse();
        assertThat(enough.checks().get(0).asked())
                .as("what was found shows that it was asked")
                .isEqualTo(1);
    }

    @Test
    void oneFenShortIsShortOnceAllFourWereAsked() {
        List<Found> short1 = List.of(found(AssetKind.DEPOSIT, "59999.99"));
        assertThat(FourChecks.of(CLAIM, ONE, allFour("李某某").subList(0, 3), short1)
                        .verdict())
                .isEqualTo(Verdict.NOT_ALL_ASKED);
        FourChecks all = FourChecks.of(CLAIM, ONE, allFour("李某某"), short1);
        assertThat(all.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(all.shortBy()).isEqualByComparingTo("0.01");
        assertThat(all.differsFrom(true)).isTrue();
    }

    @Test
    void everyRespondentMustHaveBeenAskedAfter() {
        Set<String> two = Set.of("李某某", "赵某");
        FourChecks half = FourChecks.of(CLAIM, two, allFour("李某某"), List.of());
        assertThat(half.verdict()).isEqualTo(Verdict.NOT_ALL_ASKED);
        assertThat(half.checks())
                .allSatisfy(c -> assertThat(c.asked() + "/" + c.of()).isEqualTo("1/2"));
        List<QueryResult> both = new ArrayList<>(allFour("李某某"));
        both.addAll(allFour("赵某"));
        assertThat(FourChecks.of(CLAIM, two, both, List.of()).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void whatNobodyHasValuedLeavesItOpen() {
        FourChecks open = FourChecks.of(CLAIM, ONE, allFour("李某某"), List.of(found(AssetKind.REAL_ESTATE, null)));
        assertThat(open.verdict()).isEqualTo(Verdict.NOT_ALL_VALUED);
        assertThat(open.unvalued()).isEqualTo(1);
        assertThat(open.differsFrom(true)).isFalse();
    }

    @Test
    void whatAnotherCourtHoldsFirstDoesNotCount() {
        FourChecks behind = FourChecks.of(
                CLAIM,
                ONE,
                allFour("李某某"),
                List.of(found(AssetKind.REAL_ESTATE, "350000.00", AssetSource.OFFLINE_CHECK, true)));
        assertThat(behind.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(behind.counted()).isZero();
        assertThat(behind.behind()).isEqualByComparingTo("350000.00");
    }

    @Test
    void whatWasReportedOrIsNotOfTheFourDoesNotCount() {
        FourChecks other = FourChecks.of(
                CLAIM,
                ONE,
                allFour("李某某"),
                List.of(
                        found(AssetKind.DEPOSIT, "90000.00", AssetSource.REPORT, false),
                        found(AssetKind.PROVIDENT_FUND, "90000.00"),
                        found(AssetKind.OTHER, "90000.00")));
        assertThat(other.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(other.counted()).isZero();
    }

    @Test
    void aCaseWithoutAnAmountHasNothingToCompare() {
        assertThat(FourChecks.of(null, ONE, allFour("李某某"), List.of()).verdict())
                .isEqualTo(Verdict.NO_CLAIM);
        assertThat(FourChecks.of(BigDecimal.ZERO, ONE, List.of(), List.of()).verdict())
                .isEqualTo(Verdict.NO_CLAIM);
    }

    /** More found never turns enough into too little, and the figures add up to the fen. */
    @Test
    void holdsForAnyFindings() {
        Random random = new Random(20221020);
        for (int round = 0; round < 2000; round++) {
            List<Found> property = new ArrayList<>();
            FourChecks before = FourChecks.of(CLAIM, ONE, allFour("李某某"), property);
            for (int i = 0; i < 6; i++) {
                AssetKind kind = AssetKind.values()[random.nextInt(AssetKind.values().length)];
                String value = random.nextInt(5) == 0 ? null : random.nextInt(3_000_000) / 100 + ".37";
                property.add(found(kind, value, AssetSource.values()[random.nextInt(4)], random.nextInt(4) == 0));
                FourChecks now = FourChecks.of(CLAIM, ONE, allFour("李某某"), property);
                assertThat(now.counted()).isGreaterThanOrEqualTo(before.counted());
                if (before.verdict() == Verdict.SUFFICIENT) {
                    assertThat(now.verdict()).isEqualTo(Verdict.SUFFICIENT);
                }
                assertThat(now.verdict() == Verdict.SUFFICIENT)
                        .isEqualTo(now.shortBy().signum() == 0);
                assertThat(now.checks().stream().map(FourChecks.Check::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(now.counted());
                before = now;
            }
        }
    }
}
