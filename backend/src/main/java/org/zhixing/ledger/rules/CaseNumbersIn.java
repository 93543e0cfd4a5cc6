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
            + "(\\d{1,8})(?!\\d)(?:\\s*[号號]|(?=(?:\\s*[.,]\\s*\\d{1,8})+\\s*[号號])"
            + "|(?![.,]\\d|\\s*(?:元|[百千万亿](?:[元圆整余]|\\P{IsHan}|$))))");

    /** What stands between two numbers of a list or a range, and after which digits alone are a number. */
    private static final String LINK = "(?:以及|或者|还有|[、/\\\\&+~·\\-‐-―−〜和与及至到跟同或暨])";
    /** The word of a case, with the year before it where that is another. */
    private static final String WORD = "(?:(?:\\(?\\s*\\d{4}\\s*年?\\s*\\)?\\s*)?执\\s*[恢保异监复他]?|[恢保异监复])\\s*字?\\s*";
    /** What makes digits a day, a sum, a count or the year of a whole number, and no serial. */
    private static final String OTHERWISE = "\\d|[.:,]\\d|-\\d{1,2}-\\d|\\s*(?:人(?!民)|[年月日时時点點分秒元圆块角万千百亿期次笔份户季周天岁%])"
            + "|\\s*\\)?\\s*\\p{IsHan}{1,3}\\s*\\d{2,4}\\s*\\p{IsHan}";
    /** Houses have numbers too, and days that something is due before. */
    private static final String NUMBERED = "\\s*[号號](?![楼院房厂店门前后])";

    /**
     * Behind a number: one more in short, or that there are more. With 号 or the word of a case it is one after any mark;
     * digits alone are one in a list or a range only, since what stands behind a comma or a blank mostly is a sum.
     */
    private static final Pattern FURTHER = Pattern.compile("\\s*(?:案件?)?(?:"
            + "等[\\d一二两三四五六七八九十几多数]*个?[案件]"
            + "|(?:" + LINK + "|[\\s,;.:()|]){0,4}第?\\s*[1-9]\\d{0,7}(?!\\d)" + NUMBERED
            + "|(?:" + LINK + "|[\\s,;.:()|]){0,4}" + WORD + "第?\\s*[1-9]\\d{0,7}(?!" + OTHERWISE + ")"
            + "|[\\s()]*" + LINK + "(?:" + LINK + "|\\s){0,3}第?\\s*[1-9]\\d{0,4}(?!" + OTHERWISE + "))");

    /** A case in short, wherever it stands. */
    private static final Pattern SHORT =
            Pattern.compile("执\\s*([恢保异监复他]?)\\s*字?\\s*第?\\s*(\\d{1,8})(?!\\d)" + NUMBERED);

    private CaseNumbersIn() {}

    /**
     * Whether the remark, after a case that it names, means a further one in short: 执22、23号, 执22号和23号, 执22-25号,
     * 执22号、执恢23号, 执22号等三案. A sub-number (执22-1号) reads the same way, and is not that case either.
     */
    public static boolean further(String remark) {
        String text = plain(remark);
        Matcher matcher = NUMBER.matcher(text);
        StringBuilder rest = new StringBuilder(text);
        Set<String> named = new LinkedHashSet<>();
        while (matcher.find()) {
            if (FURTHER.matcher(text).region(matcher.end(), text.length()).lookingAt()) {
                return true;
            }
            named.add(bare(matcher.group(3)) + Integer.parseInt(matcher.group(4)));
            rest.replace(matcher.start(), matcher.end(), "|".repeat(matcher.end() - matcher.start()));
        }
        return !named.isEmpty()
                && SHORT.matcher(rest)
                        .results()
                        .anyMatch(found -> !named.contains("执" + found.group(1) + Integer.parseInt(found.group(2))));
    }

    private static String bare(String word) {
        return word.replace(" ", "");
    }

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
