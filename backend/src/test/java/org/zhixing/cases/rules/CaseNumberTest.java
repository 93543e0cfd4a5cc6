package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2022)豫0505执123号",
                "（2022）豫0505执123号",
                "（２０２２）豫０５０５执１２３号",
                "〔2022〕豫0505执123号",
                "[2022]豫0505执123号",
                "【2022】豫0505执123号",
                "  (2022) 豫0505 执 123 号　",
                "\uFEFF(2022)豫0505执0123号"
            })
    void tidiesHowPeopleWriteIt(String text) {
        assertThat(CaseNumber.parse(text)).isEqualTo(new CaseNumber(2022, "豫0505", "执", 123));
        assertThat(CaseNumber.parse(text).text()).isEqualTo("(2022)豫0505执123号");
    }

    @ParameterizedTest
    @CsvSource({
        "(2022)豫0505执1号, FIRST",
        "(2022)豫0505执恢1号, RESUMED",
        "(2022)豫0505执保1号, PRESERVATION",
        "(2022)豫0505执异1号, OTHER",
        "(2022)豫05执复1号, OTHER",
        "(2022)豫执监1号, OTHER",
        "(2022)最高法执他1号, OTHER"
    })
    void theWordTellsTheKind(String text, CaseKind kind) {
        assertThat(CaseNumber.parse(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "执9007",
                "2022豫0505执123号",
                "(2022)豫0505执123",
                "(22)豫0505执123号",
                "(2022)0505执123号",
                "(2022)豫0505执号",
                "(2022)豫0505执0号",
                "(2022)豫0505执123号之一",
                "(2022)豫0505执恢复案1号",
                "(2022)豫0505执-1号",
                "(2022)豫0505执999999999号",
                "(2022)豫0505123号"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(CaseNumber.check(text).refused().orElseThrow().code())
                .isIn(ReasonCode.NUMBER_SYNTAX, ReasonCode.NUMBER_WORD);
        assertThatThrownBy(() -> CaseNumber.parse(text)).isInstanceOf(RefusedText.class);
    }

    @Test
    void refusesTheNumberOfATrial() {
        assertThat(CaseNumber.check("(2022)豫0505民初123号").refused()).contains(Reason.of(ReasonCode.NUMBER_WORD, "民初"));
    }

    @Test
    void refusesAYearBeforeTheRepublic() {
        assertThat(CaseNumber.check("(1022)豫0505执123号").refused()).contains(Reason.of(ReasonCode.NUMBER_YEAR, "1022"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        qt().forAll(
                        integers().between(1949, 2999),
                        arbitrary().pick("豫0505", "豫05", "豫", "京0101", "最高法"),
                        arbitrary().pick("执", "执恢", "执保", "执异", "执他"),
                        integers().between(1, 99_999_999))
                .as(CaseNumber::new)
                .check(number -> CaseNumber.parse(number.text()).equals(number));
    }
}
