package org.zhixing.triage.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * Why a case is in its team: what the rules said, by which version and when, and the desk's choice where it overrode
 * them.
 */
public record DecisionRecord(
        UUID caseId,
        int courtId,
        int policyVersion,
        LocalDate decidedOn,
        TriageDecision decision,
        @Nullable DeskChoice override) {

    /** The triage desk put the case elsewhere than the rules, and says why. */
    public record DeskChoice(@Nullable Team from, Team to, String reason, UUID by, String byName, Instant at) {}

    public DecisionRecord overridden(DeskChoice how) {
        return new DecisionRecord(caseId, courtId, policyVersion, decidedOn, decision, how);
    }
}
