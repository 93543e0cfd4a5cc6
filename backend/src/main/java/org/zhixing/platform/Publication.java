package org.zhixing.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document as it was published.
 *
 * @param document the whole of it, as JSON
 * @param by null for the version a court began with
 */
public record Publication(
        int version,
        LocalDate effectiveFrom,
        String document,
        Instant at,
        @Nullable UUID by,
        @Nullable String reason) {}
