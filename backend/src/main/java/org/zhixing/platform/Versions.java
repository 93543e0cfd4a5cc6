package org.zhixing.platform;

import org.jspecify.annotations.Nullable;

/** {@code ETag} and {@code If-Match} carry a row's version. */
public final class Versions {
    private Versions() {}

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** The version of {@code If-Match}; missing is 428, unreadable is 400. */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(428, "if-match-missing");
        }
        try {
            return Integer.parseInt(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException malformed) {
            throw Refusal.field("If-Match", ifMatch, "field.version");
        }
    }
}
