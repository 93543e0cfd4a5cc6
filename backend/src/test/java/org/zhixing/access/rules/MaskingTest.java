package org.zhixing.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @Test
    void showsOnlyTheEnds() {
        assertThat(Masking.idNumber("410502199001011234")).isEqualTo("410502********1234");
        assertThat(Masking.idNumber("410502900101123")).isEqualTo("410502*****1123");
        assertThat(Masking.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masking.bankAccount("6222021702001234567")).isEqualTo("***************4567");
    }

    @Test
    void showsNothingOfATextTooShortToHide() {
        assertThat(Masking.idNumber("4105021234")).isEqualTo("**********");
        assertThat(Masking.phone("1234567")).isEqualTo("*******");
        assertThat(Masking.phone("")).isEmpty();
        assertThat(Masking.phone(null)).isNull();
    }

    @Test
    void neverShowsTheMiddle() {
        qt().forAll(strings().betweenCodePoints('0', 'Z').ofLengthBetween(0, 30))
                .checkAssert(text -> {
                    String masked = Masking.idNumber(text);
                    assertThat(masked).hasSameSizeAs(text);
                    int from = Math.min(6, text.length());
                    int to = Math.max(from, text.length() - 4);
                    assertThat(masked.substring(from, to)).matches("\\**");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "王小明, 王某某",
        "王明, 王某",
        "欧阳明, 欧阳某",
        "欧阳, 欧某",
        "司马相如, 司马某某",
        "王某某, 王某某",
        "王, 王某",
        "买买提·吐尔逊, 买某某",
        "安阳某商贸有限公司, 安阳某商贸有限公司",
        "某某代理银行, 某某代理银行",
        "北关区财政局, 北关区财政局"
    })
    void namesAreWrittenAsCourtsPublishThem(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }
}
