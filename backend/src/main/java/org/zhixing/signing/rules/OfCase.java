package org.zhixing.signing.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * Whose case it is today: a change of handlers moves with it what nobody has signed yet.
 *
 * @param clerkId who recorded what is signed; null where any clerk of the team may sign as such
 */
public record OfCase(
        @Nullable UUID judgeId,
        @Nullable UUID executorId,
        @Nullable Team team,
        @Nullable UUID clerkId) {

    public OfCase(@Nullable UUID judgeId, @Nullable UUID executorId, @Nullable Team team) {
        this(judgeId, executorId, team, null);
    }

    /** The same, recorded by that clerk. */
    public OfCase recordedBy(UUID clerk) {
        return new OfCase(judgeId, executorId, team, clerk);
    }
}
