package org.zhixing.clock.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days of a case that are not counted, for a statutory reason: asked by a handler, approved or refused by the director or
 * the president, ended by the day on which the case resumes, or cancelled as if it had never been. Dates are court dates.
 *
 * @param from the first day not counted
 * @param granted the first day counted again as it was approved, null if that was left open
 * @param resume the first day counted again as it stands, null while nobody knows it
 * @param effects what the approval did to the nodes, kept for the record
 */
public record CaseSuspension(
        UUID id,
        int courtId,
        UUID caseId,
        String caseNumber,
        SuspensionReason reason,
        LocalDate from,
        @Nullable LocalDate granted,
        @Nullable LocalDate resume,
        String note,
        Status status,
        UUID askedBy,
        LocalDate askedOn,
        @Nullable Act decided,
        @Nullable Act ended,
        @Nullable Act cancelled,
        List<Effect> effects,
        int version) {

    /** How far it has come. */
    public enum Status {
        ASKED,
        APPROVED,
        REFUSED,
        CANCELLED
    }

    /** Where today stands to an approved one. */
    public enum Phase {
        PLANNED,
        RUNNING,
        ENDED
    }

    /** Who did a step of it, on which court date, and why where that is said. */
    public record Act(UUID by, LocalDate on, @Nullable String reason) {}

    /** A node's due date before and after; null while nobody knows it. */
    public record Effect(
            UUID nodeId,
            NodeCode code,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    public CaseSuspension {
        effects = List.copyOf(effects);
    }

    /** The days as the count takes them. */
    public Suspension days() {
        return new Suspension(from, resume == null ? Due.NEVER : resume);
    }

    /** The days with their reason. */
    public Standstill standstill() {
        return new Standstill(reason, days());
    }

    /** Null unless approved. */
    public @Nullable Phase phase(LocalDate today) {
        if (status != Status.APPROVED) {
            return null;
        }
        if (today.isBefore(from)) {
            return Phase.PLANNED;
        }
        return days().covers(today) ? Phase.RUNNING : Phase.ENDED;
    }

    public CaseSuspension decided(Status how, Act act) {
        return with(resume, how, act, ended, cancelled, effects);
    }

    public CaseSuspension endedOn(LocalDate resumes, Act act) {
        return with(resumes, status, decided, act, cancelled, effects);
    }

    public CaseSuspension cancelled(Act act) {
        return with(resume, Status.CANCELLED, decided, ended, act, effects);
    }

    public CaseSuspension withEffects(List<Effect> now) {
        return with(resume, status, decided, ended, cancelled, now);
    }

    private CaseSuspension with(
            @Nullable LocalDate resumes,
            Status how,
            @Nullable Act decision,
            @Nullable Act end,
            @Nullable Act cancellation,
            List<Effect> now) {
        return new CaseSuspension(
                id,
                courtId,
                caseId,
                caseNumber,
                reason,
                from,
                granted,
                resumes,
                note,
                how,
                askedBy,
                askedOn,
                decision,
                end,
                cancellation,
                now,
                version);
    }
}
