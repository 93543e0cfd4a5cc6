package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the bank's file says, line by line, beside what is known. */
class BankResultsTest {
    private static final LocalDate ORDERED = LocalDate.of(2022, 10, 28);
    private static final LocalDate TODAY = LocalDate.of(2022, 11, 1);

    private final BankResults columns = BankResults.of(List.of(" 序号", "付款编号 ", "金额", "交易状态", "失败原因", "流水号", "日期"))
            .orElseThrow();

    @Test
    void readsColumnsByTheirHeadersAndCellsAsBanksWriteThem() {
        BankResult result = columns.row(2, List.of("1", "'ZF2022-000001", "1,200.00", "交易成功", "", "B77", "20221101"))
                .result();
        assertThat(result)
                .isEqualTo(new BankResult(
                        2,
                        "ZF2022-000001",
                        new BigDecimal("1200.00"),
                        PaymentStatus.PAID,
                        null,
                        "B77",
                        LocalDate.of(2022, 11, 1)));
        assertThat(columns.row(3, List.of("2", "ZF2022-000002", "", "退汇", "户名不符", "", "2022/11/01"))
                        .result())
                .extracting(BankResult::status, BankResult::reason, BankResult::serial)
                .containsExactly(PaymentStatus.BOUNCED, "户名不符", null);
        assertThat(columns.row(4, List.of("3", "ZF1", "1", "处理中", "", "", "2022-11-01"))
                        .bad())
                .isEqualTo(BankResults.Column.OUTCOME);
        assertThat(columns.row(5, List.of("3", "ZF1", "x", "成功", "", "", "2022-11-01"))
                        .bad())
                .isEqualTo(BankResults.Column.AMOUNT);
        assertThat(columns.row(6, List.of("3", "ZF1", "1", "成功", "", "", "2022-13-01"))
                        .bad())
                .isEqualTo(BankResults.Column.DATE);
        assertThat(columns.row(7, List.of("3")).bad()).isEqualTo(BankResults.Column.NUMBER);
        assertThat(BankResults.of(List.of("付款编号", "结果"))).as("no date").isEmpty();
    }

    private static Payment payment(String number, PaymentStatus status, @Nullable String serial) {
        Payee payee = new Payee(
                new UUID(0, 1),
                1,
                new UUID(0, 2),
                PayeeKind.APPLICANT,
                null,
                "王某",
                "工行",
                "6222020200001230",
                new UUID(0, 3),
                ORDERED,
                new UUID(0, 4),
                ORDERED,
                true,
                1);
        return new Payment(
                new UUID(0, 9),
                new UUID(0, 8),
                new UUID(0, 2),
                number,
                payee,
                new BigDecimal("100.00"),
                status,
                new UUID(0, 7),
                null,
                serial,
                status.settled() ? TODAY : null,
                1);
    }

    private static BankResult says(int line, String number, PaymentStatus status, @Nullable String serial) {
        return new BankResult(line, number, new BigDecimal("100.00"), status, null, serial, TODAY);
    }

    private static List<String> check(Map<String, Payment> known, BankResult... results) {
        return ResultCheck.of(List.of(results), known, ORDERED, TODAY).stream()
                .map(each -> each.outcome() + (each.why() == null ? "" : " " + each.why()))
                .toList();
    }

    @Test
    void onlyWhatIsNewAndContradictsNothingIsBooked() {
        Map<String, Payment> known = Map.of(
                "A", payment("A", PaymentStatus.ORDERED, null),
                "B", payment("B", PaymentStatus.PAID, "S1"),
                "C", payment("C", PaymentStatus.BOUNCED, null));
        assertThat(check(
                        known,
                        says(2, "A", PaymentStatus.PAID, "S9"),
                        says(3, "A", PaymentStatus.PAID, "S9"),
                        says(4, "B", PaymentStatus.PAID, "S1"),
                        says(5, "C", PaymentStatus.BOUNCED, "S2"),
                        says(6, "X", PaymentStatus.PAID, null)))
                .containsExactly("PAID", "SAME", "SAME", "SAME", "UNKNOWN result.unknown");
        assertThat(check(known, says(2, "B", PaymentStatus.BOUNCED, "S1"), says(3, "B", PaymentStatus.PAID, "S2")))
                .containsExactly("CONFLICT result.torn", "CONFLICT result.torn");
        assertThat(check(known, says(2, "B", PaymentStatus.PAID, "S2"))).containsExactly("CONFLICT result.settled");
        assertThat(check(known, says(2, "C", PaymentStatus.PAID, null))).containsExactly("CONFLICT result.settled");
        assertThat(check(known, says(2, "A", PaymentStatus.PAID, "S1"), says(3, "A", PaymentStatus.BOUNCED, "S1")))
                .containsExactly("CONFLICT result.torn", "CONFLICT result.torn");
        assertThat(check(known, new BankResult(2, "A", new BigDecimal("99.00"), PaymentStatus.PAID, null, null, TODAY)))
                .containsExactly("CONFLICT result.amount");
        assertThat(check(known, new BankResult(2, "A", null, PaymentStatus.PAID, null, null, TODAY.plusDays(1))))
                .containsExactly("BAD result.date");
    }

    @Test
    void theBanksFileHasALineForEveryPaymentByBankWithItsNumberInTheRemark() {
        Payment bank = payment("ZF2022-000001", PaymentStatus.ORDERED, null);
        List<List<String>> rows = BankFile.rows(List.of(new BankFile.Item(bank, "(2022)豫0505执1号")));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .containsExactly(
                        "1",
                        "ZF2022-000001",
                        "王某",
                        "6222020200001230",
                        "工行",
                        "100.00",
                        "CNY",
                        "ZF2022-000001 (2022)豫0505执1号案款");
    }
}
