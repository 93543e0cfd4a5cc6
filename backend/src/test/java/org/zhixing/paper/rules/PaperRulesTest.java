package org.zhixing.paper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates read and filled, sums in capitals, ages, and the day of service. */
class PaperRulesTest {
    @Test
    void namesEachFaultByItsLine() {
        assertThat(Template.read("# 甲{案号}\n{被执行} {法院}\n{法\n| 一 | 二 |\n| 三 |\n[盖章]")
                        .faults())
                .containsExactly(
                        new TemplateFault(2, "paper.template.variable", "被执行"),
                        new TemplateFault(3, "paper.template.brace", "{法"),
                        new TemplateFault(5, "paper.template.cells", "2"),
                        new TemplateFault(6, "paper.template.place", "[盖章]"));
        assertThat(Template.read("无标题").faults())
                .extracting(TemplateFault::code)
                .containsExactly("paper.template.title");
    }

    /** Nothing that somebody is called, or types, is a mark or a variable of the template. */
    @Test
    void whatIsFilledInIsNeverReadAsATemplate() {
        Template template = Template.read("# 令\n- {受文人}：\n{理由}");
        List<Block> filled =
                template.fill(Map.of(Variable.ADDRESSEE, "# 某公司 {法院} $1", Variable.REASON, "第一\n[印章]\n{案号}"));
        assertThat(filled)
                .containsExactly(
                        Block.of(Block.Kind.TITLE, "令"),
                        Block.of(Block.Kind.FLUSH, "# 某公司 {法院} $1："),
                        Block.of(Block.Kind.PARAGRAPH, "第一"),
                        Block.of(Block.Kind.PARAGRAPH, "[印章]"),
                        Block.of(Block.Kind.PARAGRAPH, "{案号}"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 零元整",
        "0.05, 伍分",
        "0.30, 叁角整",
        "1.05, 壹元零伍分",
        "10.00, 壹拾元整",
        "60000.00, 陆万元整",
        "1409.50, 壹仟肆佰零玖元伍角整",
        "6007.14, 陆仟零柒元壹角肆分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "100000000.00, 壹亿元整",
        "100000001.00, 壹亿零壹元整",
        "100010000.00, 壹亿零壹万元整",
        "20030000.10, 贰仟零叁万元壹角整"
    })
    void writesSumsInCapitals(BigDecimal sum, String words) {
        assertThat(Capitals.of(sum)).isEqualTo(words);
    }

    /** The capitals say the same sum again: read back, place by place. */
    @Test
    void capitalsReadBackAsTheSameSum() {
        Random random = new Random(27);
        for (int i = 0; i < 5000; i++) {
            long fen = Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(14));
            assertThat(fen(Capitals.of(BigDecimal.valueOf(fen, 2)))).isEqualTo(fen);
        }
    }

    private static long fen(String words) {
        long total = 0;
        long group = 0;
        long digit = 0;
        long all = 0;
        for (char c : words.toCharArray()) {
            int value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (c) {
                case '拾' -> group += digit * 10;
                case '佰' -> group += digit * 100;
                case '仟' -> group += digit * 1000;
                case '万' -> total += (group + digit) * 10_000;
                case '亿' -> total = (total + group + digit) * 100_000_000;
                case '元' -> all += (total + group + digit) * 100;
                case '角' -> all += digit * 10;
                case '分' -> all += digit;
                default -> {}
            }
            if (c == '万' || c == '亿' || c == '元') {
                group = 0;
            }
            if (c == '元') {
                total = 0;
            }
            digit = 0;
        }
        return all;
    }

    @Test
    void knowsWhoIsOfAge() {
        LocalDate day = LocalDate.of(2022, 11, 1);
        assertThat(Age.isMajor("410502200411011234", day)).isTrue();
        assertThat(Age.isMajor("410502200411021234", day)).isFalse();
        assertThat(Age.isMajor("410502200413011234", day)).isFalse();
        assertThat(Age.isMajor("", day)).isFalse();
        assertThat(Age.isMajor(null, day)).isFalse();
    }

    @Test
    void publicationIsServedThirtyDaysLater() {
        LocalDate on = LocalDate.of(2022, 11, 1);
        assertThat(Serving.servedOn(ServiceManner.PUBLICATION, on, 30)).isEqualTo(LocalDate.of(2022, 12, 1));
        assertThat(Serving.servedOn(ServiceManner.DIRECT, on, 30)).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({"AMOUNT, 12.345", "AMOUNT, 0", "ANSWER_BY, 2022-02-30", "CIRCUMSTANCE, 7", "COURT, x"})
    void refusesWhatCannotBe(Variable variable, String value) {
        assertThat(PaperText.fault(variable, value)).isNotNull();
    }
}
