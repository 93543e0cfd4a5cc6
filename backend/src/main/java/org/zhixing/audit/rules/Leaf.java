package org.zhixing.audit.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block's line for one of its rows: the hash of all the row says, and enough to name the row when it is gone.
 *
 * @param hash {@link #GONE} where the row was taken away between its writing and its sealing
 */
public record Leaf(
        long seq, Instant at, String hash, @Nullable UUID caseId, String action, String actor) {
    static final String GONE = "gone";

    private static final int FIELDS = 6;

    public static Leaf of(AuditRow row) {
        return new Leaf(row.seq(), row.at(), Sha256.of(row.text()), row.caseId(), row.action(), plain(row.actorName()));
    }

    public static Leaf gone(long seq, Instant at) {
        return new Leaf(seq, at, GONE, null, "?", "?");
    }

    /** A name is shown, not parsed again: what would end a field or a line becomes a space. */
    private static String plain(String name) {
        return name.replaceAll("[\\t\\n\\r]", " ");
    }

    String line() {
        return String.join(
                "\t",
                Long.toString(seq),
                Long.toString(AuditRow.micros(at)),
                hash,
                caseId == null ? "-" : caseId.toString(),
                action,
                actor);
    }

    /** Null where the line is none of ours: its block says so by its digest. */
    static @Nullable Leaf parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            return null;
        }
        try {
            return new Leaf(
                    Long.parseLong(fields[0]),
                    Instant.EPOCH.plus(Long.parseLong(fields[1]), ChronoUnit.MICROS),
                    fields[2],
                    fields[3].equals("-") ? null : UUID.fromString(fields[3]),
                    fields[4],
                    fields[5]);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException forged) {
            return null;
        }
    }
}
