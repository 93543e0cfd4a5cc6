package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterSamplesTest {

    private static final RegisterCheck CHECK = new RegisterCheck("豫0505", LocalDate.of(2022, 11, 1));

    @ParameterizedTest
    @CsvSource({"register-2022.csv, UTF-8, 240", "register-2022-gb18030.csv, GB18030, 40"})
    void everyRowOfTheRegisterIsGood(String file, String charset, int rows) throws IOException {
        List<RowCheck> checks =
                RegisterFile.rows(file, charset).stream().map(CHECK::check).toList();

        assertThat(checks).hasSize(rows).allSatisfy(check -> assertThat(check).isInstanceOf(RowCheck.Good.class));
    }

    @Test
    void eachBadRowHasItsOwnReason() throws IOException {
        List<Map<String, String>> rows = RegisterFile.rows("register-bad.csv", "UTF-8");

        assertThat(rows).hasSize(11);
        assertBad(rows.get(0), error("立案日期", "2022-02-30", ReasonCode.DATE_NOT_REAL));
        assertBad(rows.get(1), error("执行标的额", "-1.00", ReasonCode.AMOUNT_NEGATIVE));
        assertBad(rows.get(2), error("案号", "(2022)豫0503执9003号", ReasonCode.NUMBER_OTHER_COURT, "豫0503", "豫0505"));
        assertBad(rows.get(3), error("执行标的额", "5000.001", ReasonCode.AMOUNT_DECIMALS));
        assertBad(rows.get(4), error("被执行人", "", ReasonCode.REQUIRED));
        assertGood(rows.get(5));
        assertGood(rows.get(6));
        assertBad(rows.get(7), error("案号", "执9007", ReasonCode.NUMBER_SYNTAX));
        assertBad(
                rows.get(8),
                error("案件类型", "审判案件", ReasonCode.KIND_UNKNOWN),
                error("四查是否足额", "也许", ReasonCode.FLAG_UNKNOWN));
        assertBad(
                rows.get(9),
                error("立案日期", "2099-01-01", ReasonCode.DATE_IN_FUTURE, "2022-11-01"),
                error("执行标的额", "十万", ReasonCode.AMOUNT_SYNTAX));
        assertThat(assertGood(rows.get(10)).cause()).isEqualTo("=HYPERLINK(\"x\")");
    }

    @Test
    void readsTheAmountWithItsCommas() throws IOException {
        assertThat(RegisterFile.rows("register-2022.csv", "UTF-8").stream()
                        .filter(row -> "3,639,750.88".equals(row.get("执行标的额")))
                        .map(RegisterSamplesTest::assertGood))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.claimAmount()).isEqualTo(new BigDecimal("3639750.88")));
    }

    private static RegisterRow assertGood(Map<String, String> row) {
        RowCheck check = CHECK.check(row);
        assertThat(check).isInstanceOf(RowCheck.Good.class);
        return ((RowCheck.Good) check).row();
    }

    private static void assertBad(Map<String, String> row, RowError... errors) {
        assertThat(CHECK.check(row)).isEqualTo(new RowCheck.Bad(List.of(errors)));
    }

    private static RowError error(String column, String value, ReasonCode code, String... params) {
        return new RowError(column, value, Reason.of(code, params));
    }
}
