package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node about to be opened. Start, period, unit and roll-over make the {@link Deadline} that gives the same due date.
 *
 * @param subjectId as {@link Node} has it
 * @param period negative if counted back from a hard end
 * @param daysAfterPause as {@link Deadline} takes it
 */
public record PlannedNode(
        NodeCode code,
        @Nullable UUID subjectId,
        LocalDate startOn,
        int period,
        PeriodUnit unit,
        RollOver rollOver,
        LocalDate dueOn,
        LocalDate dueSoonOn,
        boolean provisional,
        LocalDate firstNoticeOn,
        Responsible responsible,
        @Nullable EvidenceCategory evidence,
        Stop stop,
        String clause,
        int daysAfterPause) {}
