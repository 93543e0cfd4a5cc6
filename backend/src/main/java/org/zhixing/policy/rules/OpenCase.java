package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.clock.rules.Standstill;
import org.zhixing.triage.rules.CaseFacts;

/**
 * An open case as a simulation looks at it, with its nodes but the cancelled ones.
 *
 * @param standstills the days it stood or will stand still, as they are approved
 */
public record OpenCase(
        UUID id,
        String number,
        CaseFacts facts,
        @Nullable Team team,
        List<CaseNode> nodes,
        List<Standstill> standstills) {

    /**
     * One of its nodes; dates are court dates.
     *
     * @param extension calendar days granted on top of its period
     * @param dueOn {@link org.zhixing.clock.rules.Due#NEVER} while nobody knows it
     */
    public record CaseNode(
            NodeCode code, int policyVersion, LocalDate startOn, int extension, LocalDate dueOn, boolean open) {}

    /** What the node table asks of it, were it in that team. */
    NodeSubject in(@Nullable Team wanted) {
        return new NodeSubject(facts.kind(), wanted, facts.auctionNeeded(), facts.filedOn());
    }
}
