package org.zhixing.notice.rules;

import java.util.regex.Pattern;

/**
 * Which e-mail addresses are taken: plain ASCII ones of RFC 5321's dot-atom form. No quotes, comments, spaces or control
 * characters, so that an address can never become a second header or a second recipient.
 */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@" + LABEL
            + "(?:\\." + LABEL + ")*\\.[A-Za-z][A-Za-z0-9-]*");

    private EmailAddress() {}

    public static boolean valid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
