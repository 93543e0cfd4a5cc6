package org.zhixing.ledger.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhixing.cases.rules.CaseNumber;

/**
 * The case numbers that a remark names, however people write them: full or half width, with any brackets or none, with
 * blanks, 字 and 第 in between, without 号 at the end. Year, court and word must all be there, and digits that run on into
 * others, as a phone number's do, are no part of a number; nor is a sum of money where 号 is left out.
 */
public final class CaseNumbersIn {
    /** Blanks are kept, since they end a number: without them the phone number behind it would run into it. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{4})\\s*年?\\s*\\)?\\s*"
            + "([\\p{IsHan}&&[^执年]]{1,3}\\s*\\d{0,4})\\s*"
            + "(执\\s*[\\p{IsHan}&&[^字第号號执]]?)\\s*字?\\s*第?\\s*"
            + "(\\d{1,8})(?!\\d)(?:\\s*[号號]|(?![.,]\\d|\\s*(?:元|[百千万亿](?:[元圆整余]|\\P{IsHan}|$))))");

    private CaseNumbersIn() {}

    /** In the order in which they stand, as they are stored; each once. */
    public static Set<String> remark(String remark) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(plain(remark));
        while (matcher.find()) {
            String written =
                    "(" + matcher.group(1) + ")" + matcher.group(2) + matcher.group(3) + matcher.group(4) + "号";
            CaseNumber.check(written).found().map(CaseNumber::text).ifPresent(found::add);
        }
        return found;
    }

    /** Character by character: full width becomes half width, every bracket a round one, every blank a space. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char c) {
        if (c == '\u200B' || c == '\uFEFF' || Character.isSpaceChar(c) || Character.isWhitespace(c)) {
            return ' ';
        }
        char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return switch (narrow) {
            case '[', '〔', '【', '﹝', '{', '〈', '<', '《', '「' -> '(';
            case ']', '〕', '】', '﹞', '}', '〉', '>', '》', '」' -> ')';
            default -> narrow;
        };
    }
}
