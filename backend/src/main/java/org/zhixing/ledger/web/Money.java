package org.zhixing.ledger.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.access.rules.Role;

/** Money and bank accounts as they stand in answers. */
final class Money {
    private Money() {}

    static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    static @Nullable String orNull(@Nullable BigDecimal amount) {
        return amount == null ? null : text(amount);
    }

    /** A bank account in full for the funds desk and for whoever handles the case, else its last digits. */
    static @Nullable String account(Actor actor, boolean handles, @Nullable String account) {
        return handles || actor.has(Role.FUNDS) ? account : Masking.bankAccount(account);
    }
}
