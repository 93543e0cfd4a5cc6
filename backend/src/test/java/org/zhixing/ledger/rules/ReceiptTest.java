package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static Receipt receipt(int id, String amount, String reserved, String paid) {
        UUID any = new UUID(0, id);
        return new Receipt(
                any,
                1,
                any,
                any,
                any,
                null,
                LocalDate.of(2022, 10, id),
                new BigDecimal(amount),
                new BigDecimal(reserved),
                new BigDecimal(paid),
                null,
                1);
    }

    @Test
    void theOldestIsTakenFirstAndOnlyWhatIsFree() {
        List<Receipt> all = List.of(
                receipt(1, "100.00", "30.00", "50.00"),
                receipt(2, "5.00", "5.00", "0.00"),
                receipt(3, "80.00", "0.00", "0.00"));
        assertThat(Receipt.take(all, new BigDecimal("50.00")).orElseThrow())
                .containsExactly(
                        new Receipt.Part(new UUID(0, 1), new BigDecimal("20.00")),
                        new Receipt.Part(new UUID(0, 3), new BigDecimal("30.00")));
        assertThat(Receipt.take(all, new BigDecimal("100.00"))).isPresent();
        assertThat(Receipt.take(all, new BigDecimal("100.01"))).isEmpty();
    }

    /** Parts make up the amount exactly, and take no more of a receipt than is free. */
    @RepeatedTest(20)
    void partsNeverExceedWhatIsFree(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Receipt> all = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            int amount = 1 + random.nextInt(100_000);
            int reserved = random.nextInt(amount + 1);
            int paid = random.nextInt(amount - reserved + 1);
            all.add(receipt(i, fen(amount), fen(reserved), fen(paid)));
        }
        BigDecimal free = all.stream().map(Receipt::free).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal wanted =
                BigDecimal.valueOf(1 + random.nextInt(free.movePointRight(2).intValue()), 2);
        List<Receipt.Part> parts = Receipt.take(all, wanted).orElseThrow();
        assertThat(parts.stream().map(Receipt.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(wanted);
        assertThat(parts).allSatisfy(part -> assertThat(part.amount())
                .isLessThanOrEqualTo(all.stream()
                        .filter(each -> each.id().equals(part.receiptId()))
                        .findFirst()
                        .orElseThrow()
                        .free()));
        assertThat(Receipt.take(all, free.add(new BigDecimal("0.01")))).isEmpty();
    }

    private static String fen(int fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
