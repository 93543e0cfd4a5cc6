package org.zhixing.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.Matter;
import org.zhixing.clock.rules.Calendars;
import org.zhixing.clock.rules.Policies;

class TriageRulesTest {

    private static final TriageDocument DOCUMENT = Policies.shipped("triage-1", TriageDocument.class);
    private static final LocalDate FILED = LocalDate.of(2022, 10, 10);

    /** Flags: e 涉企, p 已保全, f 四查足额, a 需拍卖, r 拒执或刑事. */
    private static CaseFacts facts(CaseKind kind, Matter matter, BigDecimal amount, String flags, LocalDate first) {
        return new CaseFacts(
                kind,
                matter,
                amount,
                flags.contains("e"),
                flags.contains("p"),
                flags.contains("f"),
                flags.contains("a"),
                flags.contains("r"),
                first,
                FILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "PRESERVATION|MONEY|5000.00|''|-|AFFAIRS|PRESERVATION UP_TO_100000|一(四)2",
                "PRESERVATION|-|-|epfar|-|AFFAIRS|PRESERVATION REFUSAL_OR_CRIMINAL AUCTION PRESERVED_OR_FOUR_CHECKS"
                        + " ENTERPRISE|一(四)2",
                "FIRST|MONEY|5000.00|ar|-|SPECIAL|REFUSAL_OR_CRIMINAL AUCTION UP_TO_100000|一(三), 二(六)",
                "RESUMED|MONEY|5000.00|a|2019-10-09|SPECIAL|OLD_CASE AUCTION UP_TO_100000|一(三)4, 二(六)",
                "RESUMED|MONEY|5000.00|''|2019-10-10|FAST|UP_TO_100000|一(一)1",
                "FIRST|ACT|5000.00|aep|-|ORDINARY|AUCTION PRESERVED_OR_FOUR_CHECKS ACT ENTERPRISE UP_TO_100000"
                        + "|一(二)1",
                "FIRST|MONEY|900000.00|p|-|FAST|PRESERVED_OR_FOUR_CHECKS ABOVE_100000|一(一)4",
                "FIRST|MONEY|900000.00|f|-|FAST|PRESERVED_OR_FOUR_CHECKS ABOVE_100000|一(一)4",
                "FIRST|ACT|-|''|-|FAST|ACT|一(一)2",
                "FIRST|ACT|900000.00|e|-|FAST|ACT ENTERPRISE ABOVE_100000|一(一)2",
                "FIRST|MONEY|900000.00|e|-|FAST|ENTERPRISE ABOVE_100000|一(一)3",
                "FIRST|MONEY|0.00|''|-|FAST|UP_TO_100000|一(一)1",
                "FIRST|MONEY|99999.99|''|-|FAST|UP_TO_100000|一(一)1",
                "FIRST|MONEY|100000.00|''|-|FAST|UP_TO_100000|一(一)1",
                "FIRST|MONEY|100000|''|-|FAST|UP_TO_100000|一(一)1",
                "FIRST|MONEY|100000.01|''|-|ORDINARY|ABOVE_100000|一(二)2",
                "OTHER|PROPERTY_DELIVERY|100000.01|''|-|ORDINARY|ABOVE_100000|一(二)2",
                "FIRST|MONEY|-|''|-|-|''|二(六)",
                "FIRST|-|-|''|2019-10-10|-|''|二(六)"
            })
    void theTable(
            CaseKind kind,
            Matter matter,
            BigDecimal amount,
            String flags,
            LocalDate firstFiledOn,
            Team team,
            String matched,
            String clause) {
        CaseFacts facts = facts(kind, matter, amount, flags, firstFiledOn);

        TriageDecision decision = TriageRules.decide(DOCUMENT, facts);

        List<String> rules = matched.isEmpty() ? List.of() : Arrays.asList(matched.split(" "));
        assertThat(decision.team()).isEqualTo(team);
        assertThat(decision.rule()).isEqualTo(rules.isEmpty() ? "UNDECIDED" : rules.get(0));
        assertThat(decision.clause()).isEqualTo(clause);
        assertThat(decision.matched()).extracting(TriageDecision.Match::rule).isEqualTo(rules);
        assertThat(decision.facts()).isEqualTo(facts);
    }

    @Test
    void threeYearsAreCountedToTheDay() {
        LocalDate leapDay = LocalDate.of(2020, 2, 29);
        CaseFacts facts = new CaseFacts(
                CaseKind.RESUMED, Matter.ACT, null, false, false, false, false, false, leapDay, leapDay.plusYears(3));

        assertThat(TriageRules.decide(DOCUMENT, facts).rule()).isEqualTo("ACT");
    }

    @Test
    void theWinnerIsTheFirstOfAllThatMatched() {
        Gen<BigDecimal> amounts = longs().between(0, 20_000_001).map(fen -> BigDecimal.valueOf(fen, 2));
        qt().withExamples(5_000)
                .forAll(
                        arbitrary().enumValues(CaseKind.class),
                        arbitrary().enumValues(Matter.class),
                        amounts,
                        integers().between(0, 4095))
                .checkAssert((kind, matter, amount, bits) -> {
                    StringBuilder flags = new StringBuilder();
                    for (int i = 0; i < 5; i++) {
                        flags.append((bits >> i & 1) == 1 ? "epfar".charAt(i) : "");
                    }
                    CaseFacts facts = facts(kind, matter, amount, flags.toString(), FILED.minusDays(bits));
                    TriageDecision decision = TriageRules.decide(DOCUMENT, facts);

                    assertThat(decision.matched())
                            .isNotEmpty()
                            .isSortedAccordingTo((a, b) -> Integer.compare(a.order(), b.order()));
                    assertThat(decision.matched().get(0).rule()).isEqualTo(decision.rule());
                    assertThat(decision.matched().get(0).team()).isEqualTo(decision.team());
                });
    }

    @ParameterizedTest
    @CsvSource({"2022-10-10, 2022-10-20", "2022-09-27, 2022-10-08", "2022-10-12, 2022-10-24"})
    void aTransferMayBeAskedUntilTheTenthDay(LocalDate filedOn, LocalDate lastDay) {
        assertThat(TransferWindow.lastDay(DOCUMENT.transfer(), filedOn, Calendars.COURT))
                .isEqualTo(lastDay);
    }
}
