package org.zhixing.measure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.cases.rules.ReasonCode;

class QueryCheckTest {
    private static final QueryCheck CHECK = new QueryCheck(LocalDate.of(2022, 10, 31));

    private static Map<String, String> row(String... but) {
        Map<String, String> row = new HashMap<>(Map.of(
                "案号", "（2022）豫0505执1号",
                "被执行人", "李某某",
                "查询类别", "存款",
                "查询单位", "中国银行安阳分行",
                "查询日期", "2022/10/20",
                "查询结果", "有",
                "财产", "",
                "账号证号", "6217 0000 1234",
                "金额", "￥12,345.60",
                "可处置", ""));
        for (int i = 0; i < but.length; i += 2) {
            row.put(but[i], but[i + 1]);
        }
        return row;
    }

    @Test
    void readsAGoodRow() {
        QueryResult good = ((QueryCheck.Good) CHECK.check(row())).result();
        assertThat(good.number()).isEqualTo("(2022)豫0505执1号");
        assertThat(good.check()).isEqualTo(CheckKind.DEPOSIT);
        assertThat(good.way()).isEqualTo(AssetSource.ONLINE_CHECK);
        assertThat(good.value()).isEqualByComparingTo("12345.60");
        assertThat(good.identity()).isEqualTo("621700001234");
    }

    @Test
    void theKeyIsWhatWasAskedWhomAndWhen() {
        String key = ((QueryCheck.Good) CHECK.check(row())).result().key();
        assertThat(((QueryCheck.Good) CHECK.check(row("账号证号", "621700001234", "金额", "1")))
                        .result()
                        .key())
                .as("blanks and the amount are no part of it")
                .isEqualTo(key);
        for (String[] other : new String[][] {
            {"案号", "（2022）豫0505执2号"},
            {"被执行人", "赵某"},
            {"查询类别", "证券"},
            {"查询单位", "工商银行"},
            {"查询日期", "2022-10-21"},
            {"账号证号", "6217 0000 1235"},
            {"查询方式", "线下"}
        }) {
            assertThat(((QueryCheck.Good) CHECK.check(row(other))).result().key())
                    .isNotEqualTo(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "案号, 2022执1, NUMBER_SYNTAX",
        "被执行人, '', REQUIRED",
        "查询类别, 游艇, CHECK_UNKNOWN",
        "查询单位, ' ', REQUIRED",
        "查询日期, 2022-11-01, DATE_IN_FUTURE",
        "查询日期, 2022-02-30, DATE_NOT_REAL",
        "查询结果, 也许, FOUND_UNKNOWN",
        "查询结果, 无, FOUND_DISAGREES",
        "金额, -1, AMOUNT_NEGATIVE",
        "金额, 1.005, AMOUNT_DECIMALS",
        "可处置, 或许, FLAG_UNKNOWN",
        "查询方式, 电话, WAY_UNKNOWN",
        "账号证号, '', FOUND_WITHOUT_NAME"
    })
    void namesWhatIsWrong(String column, String value, ReasonCode code) {
        List<ReasonCode> codes = ((QueryCheck.Bad) CHECK.check(row(column, value)))
                .errors().stream().map(e -> e.reason().code()).toList();
        assertThat(codes).contains(code);
    }

    @Test
    void nothingFoundTakesZeroForNothing() {
        assertThat(CHECK.check(row("查询结果", "无", "账号证号", "", "金额", "0.00"))).isInstanceOf(QueryCheck.Good.class);
        assertThat(CHECK.check(row("查询结果", "无", "账号证号", "", "金额", ""))).isInstanceOf(QueryCheck.Good.class);
    }
}
