package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhixing.ledger.rules.LineMatch.MatchReason;
import org.zhixing.ledger.rules.LineMatch.Matched;

class LineMatchTest {
    private static final UUID CASE = UUID.randomUUID();
    private static final Map<String, UUID> CASES = Map.of("(2022)豫0505执22号", CASE);

    private static LineMatch of(String remark, @Nullable String virtualNumber) {
        LocalDate day = LocalDate.of(2022, 10, 8);
        BankEntry entry = new BankEntry(
                "S1", day.atTime(10, 0), day, new BigDecimal("300.00"), null, "李某某", null, virtualNumber, remark, null);
        return LineMatch.of(entry, Map.of("9001", CASE), CASES);
    }

    private static LineMatch of(String remark) {
        return of(remark, null);
    }

    @Test
    void aFurtherNumberInShortGoesToSuspenseAsSeveralCases() {
        LineMatch match = of("还款(2022)豫0505执22、23号");
        assertThat(match).isEqualTo(new LineMatch(Matched.SUSPENSE, null, MatchReason.SEVERAL_CASES));
        // Of neither is it known whose it is, even where the one written in full is not the court's.
        assertThat(of("(2022)豫0505执21-25号").why()).isEqualTo(MatchReason.SEVERAL_CASES);
    }

    @Test
    void oneNumberGoesToItsCaseWhateverElseStandsBehindIt() {
        LineMatch match = of("(2022)豫0505执22号、2023年1月 300元");
        assertThat(match).isEqualTo(new LineMatch(Matched.REMARK, CASE, MatchReason.CASE_NUMBER));
        assertThat(of("(2022)豫0505执22号、(2022)豫0505执23号").why()).isEqualTo(MatchReason.CASE_NUMBER);
        assertThat(of("(2022)豫0505执23号").why()).isEqualTo(MatchReason.UNKNOWN_NUMBER);
    }

    @Test
    void theVirtualAccountSaysMoreThanTheRemark() {
        assertThat(of("(2022)豫0505执22、23号", "9001").matched()).isEqualTo(Matched.VIRTUAL);
    }
}
