package org.zhixing.clock.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
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
 * @param suspendedBy the reasons whose days are not counted; null in documents that do not say takes the usual ones
 * @param daysAfterPause calendar days that remain when such a suspension ends, 0 if the period goes on with what was left;
 *     null in documents that do not say is 10 for paying money out (法发〔2017〕6号第10条), else 0
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
        BigDecimal dueSoonShare,
        @Nullable List<SuspensionReason> suspendedBy,
        @Nullable Integer daysAfterPause) {

    private static final int REMAINING = 10;

    /** @throws IllegalArgumentException if the line contradicts itself */
    public NodePolicy {
        suspendedBy = suspendedBy == null ? SuspensionReason.usual(code) : SuspensionReason.sorted(suspendedBy);
        daysAfterPause = daysAfterPause == null ? code == NodeCode.DISBURSE ? REMAINING : 0 : daysAfterPause;
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
        if (beforeEnd && !suspendedBy.isEmpty()) {
            throw new IllegalArgumentException(code + ": what must act before a hard end is never suspended");
        }
        if (daysAfterPause < 0 || daysAfterPause > Deadline.MOST_DAYS) {
            throw new IllegalArgumentException(code + ": daysAfterPause is from 0 on, not " + daysAfterPause);
        }
    }

    /** Whether days of that reason are not counted. */
    public boolean suspendedBy(SuspensionReason reason) {
        return suspendedBy != null && suspendedBy.contains(reason);
    }

    /** Calendar days that remain when a suspension ends; 0 if the period goes on with what was left. */
    public int remainingDays() {
        return daysAfterPause == null ? 0 : daysAfterPause;
    }

    /** Whether a case of that kind, team and need has this node; a case without a team has those that need none. */
    public boolean appliesTo(NodeSubject subject) {
        Team team = subject.team();
        return (kinds.isEmpty() || kinds.contains(subject.kind()))
                && (teams.isEmpty() || (team != null && teams.contains(team)))
                && !(unlessAuctionNeeded && subject.auctionNeeded());
    }

    /** What a node of this line is counted by, from the day of its start event. */
    public Deadline deadline(LocalDate startOn, List<Suspension> pauses, int extension) {
        return new Deadline(startOn, signedPeriod(), unit, pauses, rollOver, extension, remainingDays());
    }

    /** The period as {@link Deadline} counts it: negative if back from a hard end. */
    public int signedPeriod() {
        return beforeEnd ? -period : period;
    }
}
