package org.zhixing.clock.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * One monitored duty of a case: the rule and the inputs its due date came from, and what became of it. All dates are
 * court dates in Asia/Shanghai; it is due at 24:00 of {@code dueOn}.
 */
public record Node(
        UUID id,
        int courtId,
        UUID caseId,
        String caseNumber,
        @Nullable Team caseTeam,
        NodeCode code,
        int policyVersion,
        Responsible responsible,
        @Nullable Team responsibleTeam,
        List<UUID> responsibleIds,
        LocalDate startOn,
        int period,
        PeriodUnit unit,
        RollOver rollOver,
        LocalDate dueOn,
        LocalDate dueSoonOn,
        boolean provisional,
        @Nullable EvidenceCategory evidenceCategory,
        Stop stop,
        String clause,
        LocalDate openedOn,
        @Nullable LocalDate doneOn,
        @Nullable UUID doneBy,
        @Nullable UUID evidenceFile,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason,
        LocalDate nextNoticeOn,
        int noticeCount,
        int version) {

    /** Whose case it is when a node is opened or moved. */
    public record Owner(
            int courtId,
            UUID caseId,
            String caseNumber,
            @Nullable Team team,
            @Nullable UUID judgeId,
            @Nullable UUID executorId) {}

    /** Opens a planned node today; one that is late already is first noticed today and not for the days before. */
    public static Node open(
            UUID id, Owner owner, PlannedNode plan, int policyVersion, LocalDate today, CourtCalendar calendar) {
        Node node = new Node(
                id,
                owner.courtId(),
                owner.caseId(),
                owner.caseNumber(),
                owner.team(),
                plan.code(),
                policyVersion,
                plan.responsible(),
                null,
                List.of(),
                plan.startOn(),
                plan.period(),
                plan.unit(),
                plan.rollOver(),
                plan.dueOn(),
                plan.dueSoonOn(),
                plan.provisional(),
                plan.evidence(),
                plan.stop(),
                plan.clause(),
                today,
                null,
                null,
                null,
                null,
                null,
                notBefore(plan.firstNoticeOn(), today, calendar),
                0,
                1);
        return node.ownedBy(owner);
    }

    public NodeState state(LocalDate today) {
        return NodeStates.derive(today, dueOn, dueSoonOn, doneOn, cancelledOn, false);
    }

    public boolean open() {
        return doneOn == null && cancelledOn == null;
    }

    /** The rule and the inputs its due date came from. */
    public Deadline deadline() {
        return new Deadline(startOn, period, unit, List.of(), rollOver);
    }

    /** The node with the people of its owner: a moved case's nodes follow it. */
    public Node ownedBy(Owner owner) {
        Team team =
                switch (responsible) {
                    case AFFAIRS_TEAM -> Team.AFFAIRS;
                    case SPECIAL_TEAM -> Team.SPECIAL;
                    default -> null;
                };
        List<UUID> people =
                switch (responsible) {
                    case EXECUTOR -> present(null, owner.executorId());
                    case HANDLERS -> present(owner.judgeId(), owner.executorId());
                    default -> List.of();
                };
        return new Node(
                id,
                courtId,
                caseId,
                caseNumber,
                owner.team(),
                code,
                policyVersion,
                responsible,
                team,
                people,
                startOn,
                period,
                unit,
                rollOver,
                dueOn,
                dueSoonOn,
                provisional,
                evidenceCategory,
                stop,
                clause,
                openedOn,
                doneOn,
                doneBy,
                evidenceFile,
                cancelledOn,
                cancelReason,
                nextNoticeOn,
                noticeCount,
                version);
    }

    /** The node counted anew, after its start or the calendar changed; notices go on from today. */
    public Node redated(LocalDate start, NodeDates dates, LocalDate today, CourtCalendar calendar) {
        LocalDate notice = notBefore(dates.firstNoticeOn(), today, calendar);
        return new Node(
                id,
                courtId,
                caseId,
                caseNumber,
                caseTeam,
                code,
                policyVersion,
                responsible,
                responsibleTeam,
                responsibleIds,
                start,
                period,
                unit,
                rollOver,
                dates.dueOn(),
                dates.dueSoonOn(),
                dates.provisional(),
                evidenceCategory,
                stop,
                clause,
                openedOn,
                doneOn,
                doneBy,
                evidenceFile,
                cancelledOn,
                cancelReason,
                notice,
                noticeCount,
                version);
    }

    /**
     * The node counted anew by another calendar. One that stays late and has been noticed goes on with its notices where
     * it was; a day that no longer works is put off to the next that does.
     */
    public Node recounted(BigDecimal dueSoonShare, LocalDate today, CourtCalendar calendar) {
        NodeDates dates = NodeDates.of(deadline(), dueSoonShare, calendar);
        boolean same = dates.dueOn().equals(dueOn);
        if (same && dates.provisional() == provisional && !nextNoticeOn.isAfter(today)) {
            return this;
        }
        boolean noticed = same && noticeCount > 0;
        LocalDate notice = noticed ? calendar.workdayFrom(nextNoticeOn) : dates.firstNoticeOn();
        return redated(
                startOn, new NodeDates(dates.dueOn(), dates.dueSoonOn(), notice, dates.provisional()), today, calendar);
    }

    public Node cancelled(LocalDate on, String reason) {
        return ended(doneOn, doneBy, evidenceFile, on, reason);
    }

    /** The node done on a court date; late or in time follows from its due date. */
    public Node done(LocalDate on, UUID by, @Nullable UUID evidence) {
        return ended(on, by, evidence, cancelledOn, cancelReason);
    }

    private Node ended(
            @Nullable LocalDate done,
            @Nullable UUID by,
            @Nullable UUID evidence,
            @Nullable LocalDate cancelled,
            @Nullable String reason) {
        return new Node(
                id,
                courtId,
                caseId,
                caseNumber,
                caseTeam,
                code,
                policyVersion,
                responsible,
                responsibleTeam,
                responsibleIds,
                startOn,
                period,
                unit,
                rollOver,
                dueOn,
                dueSoonOn,
                provisional,
                evidenceCategory,
                stop,
                clause,
                openedOn,
                done,
                by,
                evidence,
                cancelled,
                reason,
                nextNoticeOn,
                noticeCount,
                version);
    }

    private static LocalDate notBefore(LocalDate first, LocalDate today, CourtCalendar calendar) {
        LocalDate found = calendar.workdayFrom(today);
        return first.isBefore(found) ? found : first;
    }

    private static List<UUID> present(@Nullable UUID judge, @Nullable UUID executor) {
        return Stream.of(Optional.ofNullable(judge), Optional.ofNullable(executor))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
