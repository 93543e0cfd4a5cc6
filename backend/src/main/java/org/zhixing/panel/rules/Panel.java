package org.zhixing.panel.rules;

import java.util.Map;
import java.util.UUID;
import org.zhixing.paper.rules.Paper;
import org.zhixing.signing.rules.OfCase;
import org.zhixing.signing.rules.Seat;

/** A collegial panel (合议): its members, what they deliberated, and the paper that holds the minutes. */
public record Panel(UUID id, Members members, Deliberation deliberation, Paper minutes) {

    /** Who deliberated; the clerk recorded it. */
    public record Members(UUID judgeId, UUID executorId, UUID clerkId) {

        /** Whether they are the case's handlers of today: who did not deliberate cannot sign for who did. */
        public boolean stand(OfCase of) {
            return judgeId.equals(of.judgeId()) && executorId.equals(of.executorId());
        }

        public Map<Seat, UUID> bySeat() {
            return Map.of(Seat.CASE_JUDGE, judgeId, Seat.CASE_EXECUTOR, executorId, Seat.CASE_CLERK, clerkId);
        }
    }
}
