package org.zhixing.audit.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail.
 *
 * @param prevHash and {@code hash}: of rows written while each row hung on the one before (the first epoch) only
 */
public record AuditRow(
        long seq,
        int courtId,
        Instant at,
        @Nullable UUID actorId,
        String actorName,
        String action,
        @Nullable UUID caseId,
        @Nullable UUID subjectId,
        String detail,
        @Nullable String requestId,
        @Nullable String prevHash,
        @Nullable String hash) {

    /**
     * All that the row says, each field with its length before it, so that no two rows say the same text: what is sealed.
     */
    public String text() {
        StringBuilder text = new StringBuilder("zhixing-audit-row-1");
        field(text, Integer.toString(courtId));
        field(text, Long.toString(seq));
        field(text, Long.toString(micros(at)));
        field(text, actorId);
        field(text, actorName);
        field(text, action);
        field(text, caseId);
        field(text, subjectId);
        field(text, detail);
        field(text, requestId);
        field(text, prevHash);
        field(text, hash);
        return text.toString();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static void field(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\n-");
        } else {
            String said = value.toString();
            text.append('\n')
                    .append(said.codePointCount(0, said.length()))
                    .append(':')
                    .append(said);
        }
    }

    /** Whether a row of the first epoch says what its own hash covers; true of every other row. */
    public boolean holds() {
        return hash == null
                || hash.equals(
                        Chain.hash(String.valueOf(prevHash), seq, at, actorId, action, caseId, subjectId, detail));
    }
}
