package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes amounts out of receipts, the oldest first, so that what has waited longest leaves first. */
public final class Allocation {
    private Allocation() {}

    /** What is free of a receipt. */
    public record Free(UUID receiptId, BigDecimal amount) {}

    /** So much of a receipt, for the amount at that place of the list. */
    public record Part(int place, UUID receiptId, BigDecimal amount) {}

    /** @throws IllegalArgumentException if the receipts do not hold as much */
    public static List<Part> oldestFirst(List<Free> receipts, List<BigDecimal> amounts) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        BigDecimal used = BigDecimal.ZERO;
        for (int place = 0; place < amounts.size(); place++) {
            BigDecimal open = amounts.get(place);
            while (open.signum() > 0) {
                if (at == receipts.size()) {
                    throw new IllegalArgumentException("Receipts are short of " + open);
                }
                BigDecimal taken = receipts.get(at).amount().subtract(used).min(open);
                if (taken.signum() > 0) {
                    parts.add(new Part(place, receipts.get(at).receiptId(), taken));
                    used = used.add(taken);
                    open = open.subtract(taken);
                }
                if (used.compareTo(receipts.get(at).amount()) >= 0) {
                    at++;
                    used = BigDecimal.ZERO;
                }
            }
        }
        return parts;
    }
}
