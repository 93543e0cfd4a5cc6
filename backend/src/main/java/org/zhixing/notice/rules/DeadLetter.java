package org.zhixing.notice.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery that was given up and waits for a person. {@code personId} is null where it was for many. */
public record DeadLetter(
        long id,
        String channel,
        Event event,
        @Nullable UUID personId,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        Instant deadAt) {}
