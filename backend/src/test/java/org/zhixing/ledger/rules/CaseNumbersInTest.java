package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumbersInTest {

    @ParameterizedTest
    @CsvSource({
        "缴纳执行案款(2022)豫0505执351号 陈某, (2022)豫0505执351号",
        "还款(2022)豫0505执325 王某某, (2022)豫0505执325号",
        "缴纳执行案款（２０２２）豫０５０５执８４号, (2022)豫0505执84号",
        "还款2022豫0505执94号 陈某某, (2022)豫0505执94号",
        "执行款 (2022) 豫0505 执 130 号 黄某, (2022)豫0505执130号",
        "(2022) 豫0505 执保 30 号 王某, (2022)豫0505执保30号",
        "〔2022〕豫0505执276号 安阳某商贸有限公司, (2022)豫0505执276号",
        "还款（2022）豫0505执151号，杨某某交, (2022)豫0505执151号",
        "缴纳执行案款(2022)豫0505执字第345号 吴某, (2022)豫0505执345号",
        "执行款 (2022)豫0505执恢字第58号，张某某交, (2022)豫0505执恢58号",
        "缴纳执行案款(2022)豫0505执91，周某交, (2022)豫0505执91号",
        "【2022】豫0505执第 7 号, (2022)豫0505执7号",
        "2022年豫0505执22号, (2022)豫0505执22号",
        "(2022)豫0505执123号之一, (2022)豫0505执123号",
        "(2022)豫0505执91 13812345678, (2022)豫0505执91号",
        "(2022)豫0505执91万某某还款, (2022)豫0505执91号",
        "(2022)豫0505执91人民币五千元, (2022)豫0505执91号"
    })
    void findsTheNumberHoweverItIsWritten(String remark, String number) {
        assertThat(CaseNumbersIn.remark(remark)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "执22",
                "案款:执22",
                "豫0505执22号",
                "(2022)执22号",
                "王某还钱",
                "",
                "13820220505执22号",
                "412022豫0505执22号",
                "(2022)豫0505执13812345678",
                "(2022)豫0505执5000元",
                "(2022)豫0505执5000.00",
                "(2022)豫0505执12万元",
                "(2022)豫0505民初22号",
                "(2022)豫0505执行案款22号",
                "(1022)豫0505执22号"
            })
    void findsNothingWhereYearCourtWordOrSerialAreMissingOrRunOn(String remark) {
        assertThat(CaseNumbersIn.remark(remark)).isEmpty();
    }

    @Test
    void tellsWordsAndSerialsApart() {
        assertThat(CaseNumbersIn.remark(
                        "(2022)豫0505执22号、(2022)豫0505执恢22号、(2022)豫0505执保22号、(2022)豫0505执22号、(2022)豫0505执1234号"))
                .containsExactly("(2022)豫0505执22号", "(2022)豫0505执恢22号", "(2022)豫0505执保22号", "(2022)豫0505执1234号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2022)豫0505执22、23号",
                "(2022)豫0505执22号、23号",
                "(2022)豫0505执22和23号",
                "(2022)豫0505执22-25号",
                "(2022)豫0505执22/23号",
                "(2022)豫0505执22号、执23号",
                "(2022)豫0505执22及23号",
                "(2022)豫0505执22至25号",
                "（２０２２）豫０５０５执２２、２３号",
                "（２０２２）豫０５０５执２２－２５号",
                "（２０２２）豫０５０５执２２号／２３号",
                "（２０２２）豫０５０５执２２，２３号",
                "（２０２２）豫０５０５执２２～２５",
                "(2022)豫0505执22—25号案款",
                "(2022)豫0505执22、23、24",
                "(2022)豫0505执22、23王某执行款",
                "(2022)豫0505执22和23两案",
                "(2022)豫0505执22 23号",
                "(2022)豫0505执22号23号",
                "(2022)豫0505执22号；执恢5号",
                "(2022)豫0505执22号以及第23号",
                "(2022)豫0505执22号案、23号案",
                "(2022)豫0505执22号、(2023)执5号",
                "(2022)豫0505执字第22号、第23号 王某",
                "(2022)豫0505执22号等三案",
                "(2022)豫0505执22号等案款",
                "(2022)豫0505执22号王某，执23号李某",
                "执23号、(2022)豫0505执22号",
                "(2022)豫0505执22-1号",
                "(2022)豫0505执22号-1"
            })
    void saysThatAFurtherOneIsMeantInShort(String remark) {
        assertThat(CaseNumbersIn.remark(remark)).contains("(2022)豫0505执22号");
        assertThat(CaseNumbersIn.further(remark)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2022)豫0505执22号执行款",
                "(2022)豫0505执22号-王某",
                "(2022)豫0505执22号、2023年1月",
                "(2022)豫0505执22号-2022-10-08",
                "(2022)豫0505执22号、10月8日",
                "(2022)豫0505执22号 300元",
                "(2022)豫0505执22号、300元",
                "(2022)豫0505执22号-300.00",
                "(2022)豫0505执22号，5000",
                "(2022)豫0505执22号和利息500元",
                "(2022)豫0505执22号、1.5万元",
                "(2022)豫0505执22 13812345678",
                "(2022)豫0505执22号/13812345678",
                "(2022)豫0505执22号、0372-5123456",
                "(2022)豫0505执22号-第2期",
                "(2022)豫0505执22号 5号楼王某",
                "(2022)豫0505执22号，10号前付清",
                "(2022)豫0505执22号之一",
                "(2022)豫0505执22号案款",
                "(2022)豫0505执22号（代付）",
                "(2022)豫0505执22号、执行费50元",
                "(2022)豫0505执22号、2021豫0505民初5号",
                "(2022)豫0505执22号、(2022)豫0505执23号",
                "(2022)豫0505执22号 还款执22号",
                "执22号、23号"
            })
    void takesNothingElseForAFurtherOne(String remark) {
        assertThat(CaseNumbersIn.further(remark)).isFalse();
    }

    /** Any two numbers, linked as people link them, are more than one; the first with anything else behind it is not. */
    @RepeatedTest(20)
    void tellsAnyListFromWhatElseStandsBehindANumber(RepetitionInfo repetition) {
        Random random = new Random(20221015L + repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            String first = "(2022)豫0505" + pick(random, "执", "执恢") + (1 + random.nextInt(99_999));
            int next = 1 + random.nextInt(99_999);
            String link = pick(random, "、", "/", "-", "—", "~", "和", "及", "与", "至", "以及", " 、 ");
            String second = pick(random, "", "第", "执", "执恢", "执字第") + next;
            String list = pick(random, "", "还款 ")
                    + either(random, first + pick(random, "", "号") + link + second + pick(random, "", "号"))
                    + pick(random, "", " 王某某", "，李某交", "（代付）", "；谢谢");
            assertThat(CaseNumbersIn.further(list)).as("%s", list).isTrue();
            String other = either(random, first + "号")
                    + pick(random, " ", "，", "、", "-")
                    + pick(random, next + "元", next + ".50", "王某" + next, "2022年" + next + "元", "13812345678", "谢谢");
            assertThat(CaseNumbersIn.further(other)).as("%s", other).isFalse();
        }
    }

    private static String either(Random random, String text) {
        return random.nextInt(4) == 0 ? wide(text) : text;
    }

    /** Whatever spelling a number is written in, in whatever surroundings, it is found, and nothing else is. */
    @RepeatedTest(20)
    void findsAnySpellingOfAnyNumber(RepetitionInfo repetition) {
        Random random = new Random(20221008L + repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            int year = 2010 + random.nextInt(15);
            String word = pick(random, "执", "执恢", "执保", "执异");
            int serial = 1 + random.nextInt(99_999);
            String written = pick(random, "", "还款", "缴纳执行案款", "案款:", "执行款 ", "转账12.00元 ")
                    + spelled(random, year, word, serial)
                    + pick(random, "", " 王某某", "，李某交", "（代付）", " 13812345678", "；谢谢");
            assertThat(CaseNumbersIn.remark(written))
                    .as("%s", written)
                    .containsExactly("(" + year + ")豫0505" + word + serial + "号");
            assertThat(CaseNumbersIn.further(written)).as("%s", written).isFalse();
        }
    }

    private static String spelled(Random random, int year, String word, int serial) {
        String[] brackets =
                pick(random, "()", "（）", "〔〕", "[]", "［］", "【】", "  ").split("");
        String gap = pick(random, "", "", " ", "　");
        String middle = pick(random, "", "", "字第", "字", "第");
        String end = pick(random, "号", "号", gap + "号", "");
        String open = brackets[0].isBlank() ? "" : brackets[0];
        String close = brackets[1].isBlank() ? "" : brackets[1];
        String text = open + year + close + gap + "豫0505" + gap + word + middle + gap + serial + end;
        return random.nextInt(4) == 0 ? wide(text) : text;
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        for (char c : text.toCharArray()) {
            wide.append(c > ' ' && c <= '~' ? (char) (c - '!' + '！') : c == ' ' ? '　' : c);
        }
        return wide.toString();
    }

    private static String pick(Random random, String... all) {
        return List.of(all).get(random.nextInt(all.length));
    }
}
