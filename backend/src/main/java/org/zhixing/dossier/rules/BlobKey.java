package org.zhixing.dossier.rules;

import java.util.regex.Pattern;

/** Where bytes lie: under their court and their SHA-256, so that no court can ask whether another has them. */
public record BlobKey(int courtId, String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public BlobKey {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    public static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }

    /** With slashes, from the widest to the narrowest. */
    public String path() {
        return courtId + "/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }
}
