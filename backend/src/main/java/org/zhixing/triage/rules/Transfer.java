package org.zhixing.triage.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * A case on its way from one team to another (clause 一(一)): asked by a handler, signed by the president in charge,
 * carried out by the triage desk. Dates are court dates.
 *
 * @param paperId what the president in charge signed; null before, and where it was approved before there was such a paper
 */
public record Transfer(
        UUID id,
        int courtId,
        UUID caseId,
        String caseNumber,
        Team fromTeam,
        Team toTeam,
        String reason,
        Status status,
        LocalDate lastDay,
        UUID askedBy,
        LocalDate askedOn,
        @Nullable UUID decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,
        @Nullable UUID paperId,
        @Nullable UUID carriedOutBy,
        @Nullable LocalDate carriedOutOn,
        int version) {

    public static final String CLAUSE = "一(一)";

    /** How far it has come. */
    public enum Status {
        ASKED,
        APPROVED,
        REFUSED,
        CARRIED_OUT
    }

    public boolean open() {
        return status == Status.ASKED || status == Status.APPROVED;
    }

    /** Approved by the signature on that paper. */
    public Transfer signed(UUID by, LocalDate on, UUID paper) {
        return decided(Status.APPROVED, by, on, null, paper);
    }

    public Transfer refused(UUID by, LocalDate on, String why) {
        return decided(Status.REFUSED, by, on, why, null);
    }

    private Transfer decided(Status how, UUID by, LocalDate on, @Nullable String why, @Nullable UUID paper) {
        return new Transfer(
                id,
                courtId,
                caseId,
                caseNumber,
                fromTeam,
                toTeam,
                reason,
                how,
                lastDay,
                askedBy,
                askedOn,
                by,
                on,
                why,
                paper,
                null,
                null,
                version);
    }

    public Transfer carriedOut(UUID by, LocalDate on) {
        return new Transfer(
                id,
                courtId,
                caseId,
                caseNumber,
                fromTeam,
                toTeam,
                reason,
                Status.CARRIED_OUT,
                lastDay,
                askedBy,
                askedOn,
                decidedBy,
                decidedOn,
                decisionReason,
                paperId,
                by,
                on,
                version);
    }
}
