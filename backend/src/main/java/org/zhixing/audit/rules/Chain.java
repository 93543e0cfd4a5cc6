package org.zhixing.audit.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the previous hash and everything a row says, so that a changed or missing row breaks the chain. */
public final class Chain {
    private Chain() {}

    public static String hash(
            String previous,
            long seq,
            Instant at,
            @Nullable UUID actor,
            String action,
            @Nullable UUID caseId,
            @Nullable UUID subjectId,
            String detail) {
        String text = String.join(
                "\n",
                previous,
                Long.toString(seq),
                at.toString(),
                String.valueOf(actor),
                action,
                String.valueOf(caseId),
                String.valueOf(subjectId),
                detail);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
