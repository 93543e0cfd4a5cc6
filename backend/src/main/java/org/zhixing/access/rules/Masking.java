package org.zhixing.access.rules;

import org.jspecify.annotations.Nullable;

/** Personal data as shown to those who handle neither the case nor its money. Length is kept, the middle is not. */
public final class Masking {

    private static final String STAR = "*";

    private Masking() {}

    /** Whose office it is to see an account number in full, once they say why: the funds desk, and the case's handlers. */
    public static boolean mayUnmaskBankAccounts(Actor actor, boolean handlesTheCase) {
        return actor.has(Role.FUNDS) || handlesTheCase;
    }

    /** {@code 410502199001011234} becomes {@code 410502********1234}. */
    public static @Nullable String idNumber(@Nullable String text) {
        return middle(text, 6, 4);
    }

    /** {@code 13812341234} becomes {@code 138****1234}. */
    public static @Nullable String phone(@Nullable String text) {
        return middle(text, 3, 4);
    }

    /** All but the last four digits of a bank account are hidden. */
    public static @Nullable String bankAccount(@Nullable String text) {
        return middle(text, 0, 4);
    }

    /** A text with fewer than four characters left to hide would be guessed: then nothing of it is shown. */
    private static @Nullable String middle(@Nullable String text, int head, int tail) {
        if (text == null) {
            return null;
        }
        String plain = text.strip();
        int hidden = plain.length() - head - tail;
        if (hidden < 4) {
            return STAR.repeat(plain.length());
        }
        return plain.substring(0, head) + STAR.repeat(hidden) + plain.substring(plain.length() - tail);
    }
}
