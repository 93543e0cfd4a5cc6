package org.zhixing.clock.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;

/**
 * One line of the node table as data.
 *
 * @param period how many units, from 1
 * @param beforeEnd true if the start event is a hard end and the period is counted back from it
 * @param kinds the case kinds it applies to; empty for every kind
 * @param teams the teams it applies to; empty if it does not depend on the team
 * @param unlessAuctionNeeded true if a case with property to auction has no such node
 * @param evidence what must be uploaded where {@code stop} is EVIDENCE, else null
 * @param clause the clause it rests on, as cited to the court's people
 * @param dueSoonShare the last part of the period in which the node is due soon, 0 to 1
 */
public record NodePolicy(
        NodeCode code,
        String nameZh,
        String nameEn,
        StartEvent startEvent,
        int period,
        PeriodUnit unit,
        RollOver rollOver,
        boolean beforeEnd,
        List<CaseKind> kinds,
        List<Team> teams,
        boolean unlessAuctionNeeded,
        Responsible responsible,
        @Nullable EvidenceCategory evidence,
        Stop stop,
        String clause,
        BigDecimal dueSoonShare) {

    /** @throws IllegalArgumentException if the line contradicts itself */
    public NodePolicy {
        kinds = List.copyOf(kinds);
        teams = List.copyOf(teams);
        if (period < 1) {
            throw new IllegalArgumentException(code + ": period must be 1 or more, not " + period);
        }
        if ((stop == Stop.EVIDENCE) != (evidence != null)) {
            throw new IllegalArgumentException(code + ": evidence is named if and only if it stops the node");
        }
        if (dueSoonShare.signum() < 0 || dueSoonShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(code + ": dueSoonShare is from 0 to 1, not " + dueSoonShare);
        }
    }

    /** Whether a case of that kind, team and need has this node; a case without a team has those that need none. */
    public boolean appliesTo(NodeSubject subject) {
        Team team = subject.team();
        return (kinds.isEmpty() || kinds.contains(subject.kind()))
                && (teams.isEmpty() || (team != null && teams.contains(team)))
                && !(unlessAuctionNeeded && subject.auctionNeeded());
    }

    /** The period as {@link Deadline} counts it: negative if back from a hard end. */
    public int signedPeriod() {
        return beforeEnd ? -period : period;
    }
}
