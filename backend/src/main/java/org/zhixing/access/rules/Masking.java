package org.zhixing.access.rules;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Personal data as shown to those who handle neither the case nor its money. Length is kept, the middle is not. */
public final class Masking {

    private static final String STAR = "*";
    private static final Set<String> COMPOUND =
            Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "尉迟", "公孙", "令狐", "皇甫", "慕容", "司徒", "长孙", "宇文");
    private static final Pattern ORGANISATION =
            Pattern.compile("公司|集团|银行|[厂店行社院校局所部会站馆队]$|中心|法院|财政|政府|合作社|合伙|事务所|委员会|办事处|基金|保险");

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

    /** An address as far as its town: what leads to the door is hidden. */
    public static @Nullable String address(@Nullable String text) {
        return middle(text, 6, 0);
    }

    /** All but the last four digits of a bank account are hidden. */
    public static @Nullable String bankAccount(@Nullable String text) {
        return middle(text, 0, 4);
    }

    /**
     * A person's name as courts publish it: 王小明 becomes 王某某, 欧阳明 becomes 欧阳某. What is named as an organisation is,
     * and is kept; what is longer than a name and is none keeps its first character.
     */
    public static @Nullable String name(@Nullable String text) {
        if (text == null || ORGANISATION.matcher(text).find()) {
            return text;
        }
        String plain = text.strip();
        if (plain.isEmpty() || plain.contains("某")) {
            return plain;
        }
        int surname = plain.length() > 2 && COMPOUND.contains(plain.substring(0, 2)) ? 2 : 1;
        int first = plain.offsetByCodePoints(0, surname);
        int hidden = Math.max(1, Math.min(2, plain.codePointCount(first, plain.length())));
        return plain.substring(0, first) + "某".repeat(hidden);
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
