package org.zhixing.ledger.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money as it stands in answers. */
final class Money {
    private Money() {}

    static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    static @Nullable String orNull(@Nullable BigDecimal amount) {
        return amount == null ? null : text(amount);
    }
}
