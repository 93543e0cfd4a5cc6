package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000|5000.00",
                "5000.5|5000.50",
                "3,639,750.88|3639750.88",
                "3，639，750.88|3639750.88",
                "￥５０００．００|5000.00",
                "¥ 5 000元|5000.00",
                "0|0.00",
                "100000.000|100000.00",
                "9999999999999999.99|9999999999999999.99"
            })
    void takesAnAmount(String text, BigDecimal amount) {
        assertThat(ClaimAmount.check(text).orThrow()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "十万|AMOUNT_SYNTAX",
                "10万|AMOUNT_SYNTAX",
                "1E5|AMOUNT_SYNTAX",
                "36,39,750|AMOUNT_SYNTAX",
                "1.|AMOUNT_SYNTAX",
                "1.2.3|AMOUNT_SYNTAX",
                "=1+1|AMOUNT_SYNTAX",
                "-1.00|AMOUNT_NEGATIVE",
                "−1|AMOUNT_NEGATIVE",
                "5000.001|AMOUNT_DECIMALS",
                "10000000000000000|AMOUNT_TOO_LARGE"
            })
    void refusesWhatIsNone(String text, ReasonCode code) {
        assertThat(ClaimAmount.check(text).refused()).contains(Reason.of(code));
    }
}
