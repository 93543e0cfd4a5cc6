package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static Distribution.Creditor creditor(String name, String claim) {
        return new Distribution.Creditor(name, new BigDecimal(claim), 1);
    }

    private static List<String> amounts(String pool, Distribution.Creditor... creditors) {
        return Distribution.of(new BigDecimal(pool), List.of(creditors)).stream()
                .map(share -> share.amount().toPlainString() + (share.remainderFen() ? "*" : ""))
                .toList();
    }

    @Test
    void sharesProRataAndGivesTheRemainingFenToTheLargestRemainder() {
        // 10000 fen by 1:2:4 → 1428.57…, 2857.14…, 5714.28…: two fen remain, for .857 and .571… (3/7 + 6/7 + 5/7 = 2).
        assertThat(amounts("100.00", creditor("王某", "100.00"), creditor("李某某", "200.00"), creditor("张某", "400.00")))
                .containsExactly("14.29*", "28.57", "57.14");
        assertThat(amounts("0.05", creditor("王某", "0.10"), creditor("李某某", "0.20"), creditor("张某", "0.40")))
                .containsExactly("0.01*", "0.01", "0.03*");
    }

    @Test
    void ofEqualRemaindersTheLargerClaimComesFirstThenTheOneNamedFirst() {
        assertThat(amounts("100.00", creditor("王某", "300.00"), creditor("李某某", "300.00"), creditor("张某", "300.00")))
                .containsExactly("33.34*", "33.33", "33.33");
        // 1 fen by 1:3: lost 1/4 and 3/4. 2 fen by 1:3: both lost a half, and the larger claim gets it.
        assertThat(amounts("0.02", creditor("王某", "1.00"), creditor("李某某", "3.00")))
                .containsExactly("0.00", "0.02*");
    }

    @Test
    void aLowerRankIsMetInFullBeforeTheNextGetsAnything() {
        List<Distribution.Share> shares = Distribution.of(
                new BigDecimal("150.00"),
                List.of(
                        new Distribution.Creditor("普通甲", new BigDecimal("300.00"), 2),
                        new Distribution.Creditor("优先", new BigDecimal("100.00"), 1),
                        new Distribution.Creditor("普通乙", new BigDecimal("100.00"), 2)));
        assertThat(shares.stream().map(share -> share.amount().toPlainString()))
                .containsExactly("37.50", "100.00", "12.50");
    }

    @Test
    void moreThanTheClaimsMeetsThemAndLeavesTheRest() {
        assertThat(amounts("500.00", creditor("王某", "100.00"), creditor("李某某", "0.00")))
                .containsExactly("100.00", "0.00");
        assertThat(amounts("500.00", creditor("李某某", "0.00"))).containsExactly("0.00");
    }

    /** Whatever is shared among whomever: to the fen, no more than the claim, within a fen of the exact share. */
    @Test
    void addsUpAndStaysWithinAFenOfTheExactShare() {
        Random random = new Random(20170301);
        for (int round = 0; round < 5_000; round++) {
            List<Distribution.Creditor> creditors = new ArrayList<>();
            int n = 1 + random.nextInt(12);
            for (int i = 0; i < n; i++) {
                creditors.add(
                        new Distribution.Creditor("债权人" + i, BigDecimal.valueOf(random.nextInt(2_000_000), 2), 1));
            }
            BigDecimal claims =
                    creditors.stream().map(Distribution.Creditor::claim).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal pool = BigDecimal.valueOf(random.nextInt(3_000_000), 2);
            List<Distribution.Share> shares = Distribution.of(pool, creditors);
            assertThat(shares.stream().map(Distribution.Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(pool.min(claims));
            for (Distribution.Share share : shares) {
                assertThat(share.amount())
                        .isBetween(BigDecimal.ZERO, share.creditor().claim());
                // share × claims and pool × claim differ by less than one fen × claims
                BigDecimal off = share.amount()
                        .multiply(claims)
                        .subtract(pool.min(claims).multiply(share.creditor().claim()))
                        .abs();
                assertThat(off).isLessThanOrEqualTo(claims.movePointLeft(2));
            }
        }
    }
}
