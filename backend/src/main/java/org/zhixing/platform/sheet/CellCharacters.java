package org.zhixing.platform.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to be done to any cell's characters before they are looked at. */
final class CellCharacters {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellCharacters() {}

    /** No database keeps the character NUL: it becomes another control character, which the check refuses as well. */
    static void replaceNul(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (text[i] == 0) {
                text[i] = 1;
            }
        }
    }

    /** Workbooks write what XML cannot say as {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(
                                Character.toString(Math.max(1, Integer.parseInt(m.group(1), 16)))))
                : text;
    }
}
