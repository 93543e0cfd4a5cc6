package org.zhixing.audit.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the trail that is not as it was sealed, named as far as a block or the row itself can name it.
 *
 * @param block the block that holds the row, or is itself found wrong; null of a row that no block knows
 */
public record TrailFinding(
        Kind kind,
        @Nullable Long block,
        @Nullable Long seq,
        @Nullable Instant at,
        @Nullable UUID caseId,
        @Nullable String action,
        @Nullable String actor) {

    /** What is wrong. */
    public enum Kind {
        /** The row says something else than what was sealed; named as it was sealed. */
        ROW_CHANGED,
        /** The block knows the row, and it is gone; named as it was sealed. */
        ROW_REMOVED,
        /** A row that no block knows and that does not wait to be sealed: it did not come in by the application. */
        ROW_INSERTED,
        /** The row gives a moment long before the one at which it was sealed. */
        ROW_BACKDATED,
        /** A row of the first epoch that does not hang on the one before. */
        ROW_UNLINKED,
        /** The block does not say what was hashed and signed. */
        SEAL_CHANGED,
        /** A number without its block. */
        SEAL_REMOVED,
        /** The block does not hang on the one before. */
        SEAL_UNLINKED
    }

    static TrailFinding of(Kind kind, long block) {
        return new TrailFinding(kind, block, null, null, null, null, null);
    }

    static TrailFinding of(Kind kind, long block, Leaf leaf) {
        return new TrailFinding(kind, block, leaf.seq(), leaf.at(), leaf.caseId(), leaf.action(), leaf.actor());
    }

    public static TrailFinding of(Kind kind, AuditRow row) {
        return new TrailFinding(kind, null, row.seq(), row.at(), row.caseId(), row.action(), row.actorName());
    }
}
