package org.zhixing.cases.rules;

/** Tidies what people and spreadsheets do to a cell without changing what it says. */
public final class CellText {

    private CellText() {}

    /** Leading and trailing blanks of any width, and a byte order mark, are nobody's data. */
    public static String tidy(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Full-width letters, digits and marks become half-width and blanks vanish: for numbers, dates and amounts. */
    public static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!blank(c)) {
                narrow.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
            }
        }
        return narrow.toString();
    }

    /** Characters no name contains and a database refuses or a screen hides. */
    public static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'));
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
