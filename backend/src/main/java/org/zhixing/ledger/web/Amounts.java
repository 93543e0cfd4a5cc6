package org.zhixing.ledger.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ClaimAmount;
import org.zhixing.platform.Refusal;

/** Reads money as it stands in requests: a text such as "100000.00". */
final class Amounts {
    private Amounts() {}

    /** Greater than zero; 400 naming the field otherwise. */
    static BigDecimal positive(String field, @Nullable String text) {
        BigDecimal amount = read(field, text);
        if (amount.signum() == 0) {
            throw Refusal.field(field, text, "amount.positive");
        }
        return amount;
    }

    /** Zero or more, to the fen; 400 naming the field otherwise. */
    static BigDecimal read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.field(field, null, "field.required");
        }
        return ClaimAmount.check(text).found().orElseThrow(() -> Refusal.field(field, text, "amount.unreadable"));
    }
}
