package org.zhixing.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static Allocation.Free free(int id, String amount) {
        return new Allocation.Free(new UUID(0, id), new BigDecimal(amount));
    }

    @Test
    void takesTheOldestFirstAndGoesOnWhereItStopped() {
        List<Allocation.Part> parts = Allocation.oldestFirst(
                List.of(free(1, "100.00"), free(2, "0.00"), free(3, "50.00")),
                List.of(new BigDecimal("60.00"), new BigDecimal("70.00")));
        assertThat(parts.stream()
                        .map(p -> p.place() + " " + p.receiptId().getLeastSignificantBits() + " " + p.amount()))
                .containsExactly("0 1 60.00", "1 1 40.00", "1 3 30.00");
        assertThatThrownBy(() -> Allocation.oldestFirst(List.of(free(1, "1.00")), List.of(new BigDecimal("1.01"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyAmountIsMadeUpExactlyAndNoReceiptGivesMoreThanItHas() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            List<Allocation.Free> receipts = new ArrayList<>();
            long total = 0;
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                long fen = random.nextInt(1_000);
                total += fen;
                receipts.add(new Allocation.Free(new UUID(0, receipts.size()), BigDecimal.valueOf(fen, 2)));
            }
            List<BigDecimal> amounts = new ArrayList<>();
            while (total > 0 && amounts.size() < 5) {
                long fen = 1 + random.nextInt((int) total);
                total -= fen;
                amounts.add(BigDecimal.valueOf(fen, 2));
            }
            List<Allocation.Part> parts = Allocation.oldestFirst(receipts, amounts);
            for (int place = 0; place < amounts.size(); place++) {
                int at = place;
                assertThat(sum(parts.stream().filter(p -> p.place() == at).toList()))
                        .isEqualByComparingTo(amounts.get(place));
            }
            for (Allocation.Free receipt : receipts) {
                assertThat(sum(parts.stream()
                                .filter(p -> p.receiptId().equals(receipt.receiptId()))
                                .toList()))
                        .isLessThanOrEqualTo(receipt.amount());
            }
            assertThat(parts).allSatisfy(p -> assertThat(p.amount()).isPositive());
        }
    }

    private static BigDecimal sum(List<Allocation.Part> parts) {
        return parts.stream().map(Allocation.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
