package org.zhixing.dossier.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for (RFC 9110 §14), in bytes.
 *
 * @param from the first byte
 * @param to the byte after the last
 * @param partial whether a range was asked and is answered
 */
public record ByteRange(long from, long to, boolean partial) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** True if a range was asked of which the file has not a single byte. */
    public boolean unsatisfiable() {
        return partial && from >= to;
    }

    /** Of several ranges, and of what is no range, nothing is taken: the whole file is a right answer to them. */
    public static ByteRange of(@Nullable String header, long size) {
        Matcher one = ONE.matcher(header == null ? "" : header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new ByteRange(0, size, false);
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return new ByteRange(last == 0 ? size : Math.max(0, size - last), size, true);
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(one.group(2)) + 1);
        boolean backwards = !one.group(2).isEmpty() && Long.parseLong(one.group(2)) < from;
        return backwards ? new ByteRange(0, size, false) : new ByteRange(from, to, true);
    }
}
