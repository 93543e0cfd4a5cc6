package org.zhixing.notice.rules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a failed delivery for the administrator: a mail server repeats addresses, and a webhook's URL may hold
 * its key, so both are taken out.
 */
public final class PlainError {
    private static final int LONGEST = 300;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
    private static final Pattern URL = Pattern.compile("(?i)\\bhttps?://\\S+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private PlainError() {}

    public static String of(String kind, @Nullable String message) {
        String text = message == null || message.isBlank() ? kind : message;
        text = CONTROL.matcher(text).replaceAll(" ");
        text = ADDRESS.matcher(text).replaceAll("…@…");
        text = URL.matcher(text).replaceAll("…");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
