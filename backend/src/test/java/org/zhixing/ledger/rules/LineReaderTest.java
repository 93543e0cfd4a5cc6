package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhixing.ledger.rules.StatementColumn.AMOUNT;
import static org.zhixing.ledger.rules.StatementColumn.AT;
import static org.zhixing.ledger.rules.StatementColumn.BALANCE;
import static org.zhixing.ledger.rules.StatementColumn.DIRECTION;
import static org.zhixing.ledger.rules.StatementColumn.MONEY_IN;
import static org.zhixing.ledger.rules.StatementColumn.MONEY_OUT;
import static org.zhixing.ledger.rules.StatementColumn.SERIAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhixing.ledger.rules.MappingDocument.DateOrder;

class LineReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    private static final MappingDocument PLAIN =
            document(DateOrder.YEAR_FIRST, SERIAL, AT, MONEY_IN, MONEY_OUT, BALANCE);
    private static final MappingDocument SIGNED = document(DateOrder.DAY_FIRST, SERIAL, AT, AMOUNT);
    private static final MappingDocument DIRECTED = document(DateOrder.YEAR_FIRST, SERIAL, AT, AMOUNT, DIRECTION);

    private static MappingDocument document(DateOrder order, StatementColumn... columns) {
        Map<StatementColumn, String> headers = new EnumMap<>(StatementColumn.class);
        for (StatementColumn column : columns) {
            headers.put(column, column.header());
        }
        return new MappingDocument(headers, order, List.of("贷"));
    }

    private static LineCheck read(MappingDocument mapping, Map<StatementColumn, String> values) {
        return LineReader.read(mapping, TODAY, new RawLine(1, 2, values, List.of()));
    }

    private static BankEntry good(MappingDocument mapping, Map<StatementColumn, String> values) {
        assertThat(read(mapping, values)).isInstanceOf(LineCheck.Good.class);
        return ((LineCheck.Good) read(mapping, values)).entry();
    }

    private static List<String> faults(MappingDocument mapping, Map<StatementColumn, String> values) {
        return read(mapping, values) instanceof LineCheck.Bad bad
                ? bad.faults().stream()
                        .map(fault -> fault.column() + " " + fault.fault().code())
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1100.1|1100.10",
                "1,100.10|1100.10",
                "￥１，１００．１０|1100.10",
                "48602|48602.00",
                "5000元|5000.00",
                " +0.01 |0.01",
                ".5|0.50",
                "1100.100|1100.10"
            })
    void readsAmountsExactly(String written, String amount) {
        assertThat(good(PLAIN, Map.of(SERIAL, "1", AT, "2022-10-08", MONEY_IN, written))
                        .moneyIn())
                .isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-08 11:42:00, 2022-10-08T11:42",
        "2022/10/8 9:05, 2022-10-08T09:05",
        "2022.10.08, 2022-10-08T00:00",
        "20221008, 2022-10-08T00:00",
        "20221008114203, 2022-10-08T11:42:03",
        "20221008 114203, 2022-10-08T11:42:03",
        "2022年10月8日11时42分05秒, 2022-10-08T11:42:05",
        "２０２２－１０－０８　１１：４２, 2022-10-08T11:42",
        "2022-10-08T11:42:00.000, 2022-10-08T11:42"
    })
    void readsDatesAndTimes(String written, LocalDateTime at) {
        BankEntry entry = good(PLAIN, Map.of(SERIAL, "1", AT, written, MONEY_OUT, "1"));
        assertThat(entry.at()).isEqualTo(at);
        assertThat(entry.valueOn()).isEqualTo(at.toLocalDate());
    }

    @Test
    void readsTheOrderThatTheBankUses() {
        assertThat(good(SIGNED, Map.of(SERIAL, "1", AT, "08/10/2022", AMOUNT, "5"))
                        .valueOn())
                .isEqualTo("2022-10-08");
    }

    @Test
    void tellsInFromOutBySignAndByDirection() {
        assertThat(good(SIGNED, Map.of(SERIAL, "1", AT, "8/10/2022", AMOUNT, "-5"))
                        .moneyOut())
                .isEqualByComparingTo("5");
        assertThat(good(DIRECTED, Map.of(SERIAL, "1", AT, "2022-10-08", AMOUNT, "5", DIRECTION, "贷"))
                        .moneyIn())
                .isEqualByComparingTo("5");
        assertThat(good(DIRECTED, Map.of(SERIAL, "1", AT, "2022-10-08", AMOUNT, "5", DIRECTION, "借"))
                        .moneyOut())
                .isEqualByComparingTo("5");
        assertThat(good(PLAIN, Map.of(SERIAL, "1", AT, "2022-10-08", MONEY_IN, "-5"))
                        .moneyOut())
                .as("the bank takes back what it booked")
                .isEqualByComparingTo("5");
    }

    @Test
    void saysAllThatIsWrong() {
        assertThat(faults(PLAIN, Map.of())).containsExactly("SERIAL REQUIRED", "AT REQUIRED", "MONEY_IN AMOUNT_NONE");
        assertThat(faults(PLAIN, Map.of(SERIAL, "1", AT, "2022-10-08", MONEY_IN, "1", MONEY_OUT, "2")))
                .containsExactly("MONEY_IN AMOUNT_BOTH");
        assertThat(faults(PLAIN, Map.of(SERIAL, "1", AT, "2022-13-08", MONEY_IN, "1.005")))
                .containsExactly("AT TIME_SYNTAX", "MONEY_IN AMOUNT_DECIMALS");
        assertThat(faults(PLAIN, Map.of(SERIAL, "1", AT, "2022-11-02", MONEY_IN, "1")))
                .containsExactly("AT TIME_IN_FUTURE");
        assertThat(faults(PLAIN, Map.of(SERIAL, "1", AT, "08/10/2022", MONEY_IN, "x")))
                .containsExactly("AT TIME_SYNTAX", "MONEY_IN AMOUNT_SYNTAX");
        assertThat(faults(PLAIN, Map.of(SERIAL, "1\u0001", AT, "2022-10-08", MONEY_IN, "0")))
                .containsExactly("SERIAL CONTROL_CHARACTER", "SERIAL REQUIRED", "MONEY_IN AMOUNT_NONE");
    }

    @Test
    void isReadBackAsItWasWritten() {
        BankEntry entry = good(PLAIN, Map.of(SERIAL, "1", AT, "2022-10-08 11:42", MONEY_IN, "5", BALANCE, "-7.1"));
        assertThat(BankEntry.of(entry.values())).isEqualTo(entry);
    }

    @Test
    void aBalanceThatFollowsHasNoGapInEitherOrder() {
        Random random = new Random(7);
        List<BankEntry> lines = new java.util.ArrayList<>();
        BigDecimal balance = new BigDecimal("50000.00");
        for (int i = 0; i < 200; i++) {
            BigDecimal change = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 2);
            balance = balance.add(change);
            lines.add(entry(change, balance));
        }
        assertThat(run(lines).gaps().count()).isZero();
        java.util.Collections.reverse(lines);
        assertThat(run(lines).gaps().count()).isZero();
        lines.remove(100);
        RunningBalance.Gaps gaps = run(lines).gaps();
        assertThat(gaps.count()).isEqualTo(1);
        assertThat(gaps.shown().get(0).row()).isEqualTo(101);
    }

    private static BankEntry entry(BigDecimal change, BigDecimal balance) {
        boolean in = change.signum() >= 0;
        LocalDateTime at = TODAY.atStartOfDay();
        return new BankEntry(
                "1", at, TODAY, in ? change : null, in ? null : change.negate(), null, null, null, null, balance);
    }

    private static RunningBalance run(List<BankEntry> lines) {
        RunningBalance balance = RunningBalance.START;
        for (int i = 0; i < lines.size(); i++) {
            balance = balance.then(new RawLine(i + 1, i + 2, Map.of(), List.of()), new LineCheck.Good(lines.get(i)));
        }
        return balance;
    }
}
