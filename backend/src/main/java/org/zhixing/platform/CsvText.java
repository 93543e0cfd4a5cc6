package org.zhixing.platform;

import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV that spreadsheets open as text. A cell that a spreadsheet would run as a formula is told apart by an apostrophe in
 * front, whoever wrote it (OWASP, CSV injection).
 */
public final class CsvText {
    /** Says "UTF-8" to Excel. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** One line with its end (RFC 4180). */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The cell, harmless and quoted where it must be. */
    public static String cell(String text) {
        String safe = harmless(text);
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The text with an apostrophe before what would begin a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
