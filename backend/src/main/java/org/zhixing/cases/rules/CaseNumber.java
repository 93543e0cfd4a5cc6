package org.zhixing.cases.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enforcement case's number (案号), e.g. {@code (2022)豫0505执123号}.
 *
 * @param year the year in which the court received the case
 * @param courtCode the court's code, e.g. {@code 豫0505}
 * @param word the word of the kind, 执 or 执 and one more character
 * @param serial counts from 1 within year, court and word
 */
public record CaseNumber(int year, String courtCode, String word, int serial) {

    private static final Pattern SHAPE =
            Pattern.compile("\\((\\d{4})\\)([\\p{IsHan}&&[^执]]{1,3}\\d{0,4})(\\p{IsHan}{1,4})(\\d{1,8})号");
    private static final Pattern WORD = Pattern.compile("执\\p{IsHan}?");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2999;

    public CaseKind kind() {
        return CaseKind.ofWord(word);
    }

    /** The one way the number is written and stored. */
    public String text() {
        return "(" + year + ")" + courtCode + word + serial + "号";
    }

    @Override
    public String toString() {
        return text();
    }

    /** @throws RefusedText if the text is no enforcement case's number */
    public static CaseNumber parse(String text) {
        return check(text).orThrow();
    }

    /** Reads a number; full-width characters, 〔〕 or [] and blanks inside are tidied. */
    public static Checked<CaseNumber> check(String text) {
        String tidy = CellText.narrow(text).replaceAll("[〔\\[【﹝]", "(").replaceAll("[〕\\]】﹞]", ")");
        Matcher shape = SHAPE.matcher(tidy);
        if (!shape.matches()) {
            return Checked.bad(ReasonCode.NUMBER_SYNTAX);
        }
        int year = Integer.parseInt(shape.group(1));
        int serial = Integer.parseInt(shape.group(4));
        if (!WORD.matcher(shape.group(3)).matches()) {
            return Checked.bad(ReasonCode.NUMBER_WORD, shape.group(3));
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Checked.bad(ReasonCode.NUMBER_YEAR, shape.group(1));
        }
        if (serial == 0) {
            return Checked.bad(ReasonCode.NUMBER_SYNTAX);
        }
        return Checked.good(new CaseNumber(year, shape.group(2), shape.group(3), serial));
    }
}
