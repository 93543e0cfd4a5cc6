package org.zhixing.signing.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/** Whose case it is today: a change of handlers moves with it what nobody has signed yet. */
public record OfCase(
        @Nullable UUID judgeId,
        @Nullable UUID executorId,
        @Nullable Team team) {}
