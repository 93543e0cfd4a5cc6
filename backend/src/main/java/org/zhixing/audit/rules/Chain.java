package org.zhixing.audit.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first epoch's link: SHA-256 over the previous hash and what a row says. Nothing new is chained like this. */
final class Chain {
    private Chain() {}

    static String hash(
            String previous,
            long seq,
            Instant at,
            @Nullable UUID actor,
            String action,
            @Nullable UUID caseId,
            @Nullable UUID subjectId,
            String detail) {
        return Sha256.of(String.join(
                "\n",
                previous,
                Long.toString(seq),
                at.toString(),
                String.valueOf(actor),
                action,
                String.valueOf(caseId),
                String.valueOf(subjectId),
                detail));
    }
}
