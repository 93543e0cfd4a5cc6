package org.zhixing.cases.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * A case as it stands.
 *
 * @param row what the register says of it
 * @param team null until the triage desk has decided (clause 二(六))
 * @param nextDueOn the earliest due date of its open nodes, a court date; whether that is late is the clock's to say
 */
public record EnforcementCase(
        UUID id,
        int courtId,
        RegisterRow row,
        @Nullable Team team,
        @Nullable UUID judgeId,
        @Nullable UUID executorId,
        CaseStatus status,
        @Nullable Closure closure,
        @Nullable Archiving archiving,
        @Nullable LocalDate nextDueOn,
        int version) {

    /** How and when the case was closed. */
    public record Closure(
            ClosureManner manner,
            LocalDate closedOn,
            @Nullable String reason) {}

    /** Whose hand took its volume into the archive (归档), and on which court date. */
    public record Archiving(LocalDate on, UUID by) {}

    public boolean open() {
        return status == CaseStatus.OPEN;
    }

    /** Whether the person is one of the pair who handle the case (双承办, clause 一(五)). */
    public boolean handledBy(UUID person) {
        return person.equals(judgeId) || person.equals(executorId);
    }

    public EnforcementCase withRow(RegisterRow changed) {
        return new EnforcementCase(
                id, courtId, changed, team, judgeId, executorId, status, closure, archiving, nextDueOn, version);
    }

    public EnforcementCase withTeam(@Nullable Team to, @Nullable UUID judge, @Nullable UUID executor) {
        return new EnforcementCase(
                id, courtId, row, to, judge, executor, status, closure, archiving, nextDueOn, version);
    }

    public EnforcementCase withNextDue(@Nullable LocalDate due) {
        return new EnforcementCase(
                id, courtId, row, team, judgeId, executorId, status, closure, archiving, due, version);
    }

    public EnforcementCase closed(Closure how) {
        return new EnforcementCase(
                id, courtId, row, team, judgeId, executorId, CaseStatus.CLOSED, how, null, null, version);
    }

    public EnforcementCase archived(Archiving how) {
        return new EnforcementCase(
                id, courtId, row, team, judgeId, executorId, status, closure, how, nextDueOn, version);
    }
}
