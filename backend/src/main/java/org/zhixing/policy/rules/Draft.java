package org.zhixing.policy.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A save of a draft.
 *
 * @param version rises with every save of the court's drafts of the kind and never comes back
 * @param document the whole policy as JSON
 * @param ended null while it is the draft in hand
 */
public record Draft(
        int version,
        String document,
        String note,
        UUID editedBy,
        Instant editedAt,
        @Nullable Ended ended) {

    /** What became of it. */
    public record Ended(
            Outcome outcome, UUID by, Instant at, @Nullable String reason) {}

    /** How a draft ends. */
    public enum Outcome {
        PUBLISHED,
        DISCARDED
    }

    public boolean inHand() {
        return ended == null;
    }
}
