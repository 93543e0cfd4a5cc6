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
 *
 * @param subjectId which of several things of its case it is about, such as a receipt; null if about the case
 * @param pauses the days on which its clock stands still, united and in order
 * @param extension calendar days granted on top of the period
 * @param daysAfterPause as {@link Deadline} takes it
 * @param dueOn {@link Due#NEVER} while an open-ended suspension keeps it waiting
 */
public record Node(
        UUID id,
        int courtId,
        UUID caseId,
        String caseNumber,
        @Nullable Team caseTeam,
        NodeCode code,
        @Nullable UUID subjectId,
        int policyVersion,
        Responsible responsible,
        @Nullable Team responsibleTeam,
        List<UUID> responsibleIds,
        LocalDate startOn,
        int period,
        PeriodUnit unit,
        RollOver rollOver,
        List<Suspension> pauses,
        int extension,
        int daysAfterPause,
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
                plan.subjectId(),
                policyVersion,
                plan.responsible(),
                null,
                List.of(),
                plan.startOn(),
                plan.period(),
                plan.unit(),
                plan.rollOver(),
                List.of(),
                0,
                plan.daysAfterPause(),
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
        return NodeStates.derive(
                today, dueOn, dueSoonOn, doneOn, cancelledOn, deadline().suspended(today));
    }

    public boolean open() {
        return doneOn == null && cancelledOn == null;
    }

    /** Whether it is, or was done, after its due date. */
    public boolean late(LocalDate today) {
        return cancelledOn == null && (doneOn == null ? today : doneOn).isAfter(dueOn);
    }

    /** The rule and the inputs its due date came from. */
    public Deadline deadline() {
        return new Deadline(startOn, period, unit, pauses, rollOver, extension, daysAfterPause);
    }

    /** The earliest due date of those that are open; null if none has one. */
    public static @Nullable LocalDate nextDue(Stream<Node> nodes) {
        return nodes.filter(Node::open)
                .map(Node::dueOn)
                .filter(due -> !due.equals(Due.NEVER))
                .min(LocalDate::compareTo)
                .orElse(null);
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
                    case JUDGE -> present(owner.judgeId(), null);
                    case HANDLERS -> present(owner.judgeId(), owner.executorId());
                    // Whoever a slip names goes on, whoever handles the case.
                    case SLIP_EXECUTOR -> responsibleIds;
                    default -> List.of();
                };
        return with(new Whose(owner.team(), team, people), clock(), end());
    }

    /** What a node is counted by, beside the rule it keeps. */
    public record Inputs(LocalDate startOn, List<Suspension> pauses, int extension) {}

    /** What it is counted by now. */
    public Inputs inputs() {
        return new Inputs(startOn, pauses, extension);
    }

    /**
     * The node counted anew. One that stays late goes on with its notices where it was; one that is late no longer starts
     * its notices from the first, should it be late again. A day that does not work is put off to the next that does.
     */
    public Node counted(Inputs by, BigDecimal dueSoonShare, LocalDate today, CourtCalendar calendar) {
        Deadline anew = new Deadline(by.startOn(), period, unit, by.pauses(), rollOver, by.extension(), daysAfterPause);
        NodeDates dates = NodeDates.of(anew, dueSoonShare, calendar);
        boolean late = (doneOn == null ? today : doneOn).isAfter(dates.dueOn());
        boolean goesOn = late && noticeCount > 0;
        LocalDate notice =
                goesOn ? calendar.workdayFrom(nextNoticeOn) : notBefore(dates.firstNoticeOn(), today, calendar);
        Clock clock = new Clock(
                by.startOn(),
                anew.suspensions(),
                by.extension(),
                dates.dueOn(),
                dates.dueSoonOn(),
                dates.provisional(),
                notice,
                goesOn ? noticeCount : 0);
        return with(whose(), clock, end());
    }

    /** The node counted anew by another calendar; the same if nothing moves. */
    public Node recounted(BigDecimal dueSoonShare, LocalDate today, CourtCalendar calendar) {
        Due due = deadline().due(calendar);
        boolean same = due.on().equals(dueOn) && due.provisional() == provisional;
        return same && !nextNoticeOn.isAfter(today) ? this : counted(inputs(), dueSoonShare, today, calendar);
    }

    /** Whether people were told that it is late, and as it is now it is not. */
    public boolean clearedFrom(Node before) {
        return before.noticeCount > 0 && noticeCount == 0;
    }

    public Node cancelled(LocalDate on, String reason) {
        return with(whose(), clock(), new End(doneOn, doneBy, evidenceFile, on, reason));
    }

    /** The node done on a court date, by nobody (null) where time did it; late or in time follows from its due date. */
    public Node done(LocalDate on, @Nullable UUID by, @Nullable UUID evidence) {
        return with(whose(), clock(), new End(on, by, evidence, cancelledOn, cancelReason));
    }

    /** The node with the people whom a task slip names. */
    public Node assignedTo(List<UUID> people) {
        return with(new Whose(caseTeam, responsibleTeam, people), clock(), end());
    }

    /**
     * The node open again with the due date it had. Its notices go on from today: none is owed for the days on which it
     * was held done.
     */
    public Node reopened(LocalDate today, CourtCalendar calendar) {
        Clock again = new Clock(
                startOn,
                pauses,
                extension,
                dueOn,
                dueSoonOn,
                provisional,
                notBefore(nextNoticeOn, today, calendar),
                noticeCount);
        return with(whose(), again, new End(null, null, null, cancelledOn, cancelReason));
    }

    private record Whose(@Nullable Team caseTeam, @Nullable Team team, List<UUID> people) {}

    private record Clock(
            LocalDate startOn,
            List<Suspension> pauses,
            int extension,
            LocalDate dueOn,
            LocalDate dueSoonOn,
            boolean provisional,
            LocalDate nextNoticeOn,
            int noticeCount) {}

    private record End(
            @Nullable LocalDate doneOn,
            @Nullable UUID by,
            @Nullable UUID evidence,
            @Nullable LocalDate cancelledOn,
            @Nullable String reason) {}

    private Whose whose() {
        return new Whose(caseTeam, responsibleTeam, responsibleIds);
    }

    private Clock clock() {
        return new Clock(startOn, pauses, extension, dueOn, dueSoonOn, provisional, nextNoticeOn, noticeCount);
    }

    private End end() {
        return new End(doneOn, doneBy, evidenceFile, cancelledOn, cancelReason);
    }

    private Node with(Whose whose, Clock clock, End end) {
        return new Node(
                id,
                courtId,
                caseId,
                caseNumber,
                whose.caseTeam(),
                code,
                subjectId,
                policyVersion,
                responsible,
                whose.team(),
                whose.people(),
                clock.startOn(),
                period,
                unit,
                rollOver,
                clock.pauses(),
                clock.extension(),
                daysAfterPause,
                clock.dueOn(),
                clock.dueSoonOn(),
                clock.provisional(),
                evidenceCategory,
                stop,
                clause,
                openedOn,
                end.doneOn(),
                end.by(),
                end.evidence(),
                end.cancelledOn(),
                end.reason(),
                clock.nextNoticeOn(),
                clock.noticeCount(),
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
