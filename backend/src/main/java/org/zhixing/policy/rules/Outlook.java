package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;

/** What would become of an open case, had it been opened under a draft. */
public interface Outlook {

    Future of(OpenCase open);

    /**
     * The case under the draft.
     *
     * @param team the team it would be in, null if the triage desk would decide
     * @param byHand whether a person put it where it is, so that no rule moves it
     * @param nodes its open nodes, and those the draft would open
     */
    record Future(@Nullable Team team, boolean byHand, List<FutureNode> nodes) {}

    /**
     * A node under the draft. A due date that nobody knows yet is {@link org.zhixing.clock.rules.Due#NEVER}.
     *
     * @param before its due date now, null if the draft would open it
     * @param after its due date under the draft, null if the draft would not have opened it
     */
    record FutureNode(
            NodeCode code,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}
}
