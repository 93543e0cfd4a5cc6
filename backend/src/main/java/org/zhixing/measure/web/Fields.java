package org.zhixing.measure.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ClaimAmount;
import org.zhixing.platform.Refusal;

/** Fields as requests give them; 400 naming the field. */
final class Fields {
    private static final int LONGEST = 200;

    private Fields() {}

    static <T> T required(String field, @Nullable T given) {
        if (given == null) {
            throw Refusal.field(field, null, "field.required");
        }
        return given;
    }

    static String text(String field, @Nullable String given) {
        return required(field, optional(field, given));
    }

    /** CNY to the fen, above zero. */
    static @Nullable BigDecimal amount(String field, @Nullable String given) {
        String text = optional(field, given);
        if (text == null) {
            return null;
        }
        return ClaimAmount.check(text)
                .found()
                .filter(amount -> amount.signum() > 0)
                .orElseThrow(() -> Refusal.field(field, text, "amount.unreadable"));
    }

    static @Nullable String optional(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.strip();
        if (text.length() > LONGEST) {
            throw Refusal.field(field, null, "field.length", LONGEST);
        }
        return text;
    }
}
