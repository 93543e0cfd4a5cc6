package org.zhixing.dossier.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Refusal;

/** {@code Upload-Metadata}: words with their values in Base64, separated by commas. */
final class TusMetadata {
    private static final String HEADER = "Upload-Metadata";
    private static final int LONGEST = 4000;

    private TusMetadata() {}

    static Map<String, String> read(@Nullable String header) {
        Map<String, String> found = new HashMap<>();
        if (header == null || header.isBlank()) {
            return found;
        }
        if (header.length() > LONGEST) {
            throw Refusal.field(HEADER, null, "field.length", LONGEST);
        }
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                byte[] value =
                        parts.length < 2 ? new byte[0] : Base64.getDecoder().decode(parts[1].strip());
                found.put(parts[0], new String(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                throw Refusal.field(HEADER, pair, "field.unreadable");
            }
        }
        return found;
    }
}
