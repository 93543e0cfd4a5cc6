package org.zhixing.policy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeSubject;
import org.zhixing.triage.rules.CaseFacts;

/** An open case as a simulation looks at it, with its nodes but the cancelled ones. */
public record OpenCase(
        UUID id, String number, CaseFacts facts, @Nullable Team team, List<CaseNode> nodes) {

    /** One of its nodes; dates are court dates. */
    public record CaseNode(NodeCode code, int policyVersion, LocalDate startOn, LocalDate dueOn, boolean open) {}

    /** What the node table asks of it, were it in that team. */
    NodeSubject in(@Nullable Team wanted) {
        return new NodeSubject(facts.kind(), wanted, facts.auctionNeeded(), facts.filedOn());
    }
}
