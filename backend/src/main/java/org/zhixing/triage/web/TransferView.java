package org.zhixing.triage.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.triage.rules.Transfer;

/** A transfer of a case from one team to another. */
@Schema(name = "Transfer")
public record TransferView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        Team from,
        Team to,
        String reason,
        Transfer.Status status,
        Who askedBy,
        LocalDate askedOn,

        @Schema(description = "The last court date on which it could be asked")
        LocalDate lastDay,

        @Nullable Who decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,
        @Nullable Who carriedOutBy,
        @Nullable LocalDate carriedOutOn,
        int version) {

    /** Somebody's id and name. */
    @Schema(name = "Who")
    public record Who(UUID id, String name) {}

    /** With names from the court's people. */
    public static TransferView from(Transfer t, Map<UUID, String> names) {
        return new TransferView(
                t.id(),
                t.caseId(),
                t.caseNumber(),
                t.fromTeam(),
                t.toTeam(),
                t.reason(),
                t.status(),
                new Who(t.askedBy(), names.getOrDefault(t.askedBy(), "")),
                t.askedOn(),
                t.lastDay(),
                who(t.decidedBy(), names),
                t.decidedOn(),
                t.decisionReason(),
                who(t.carriedOutBy(), names),
                t.carriedOutOn(),
                t.version());
    }

    private static @Nullable Who who(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : new Who(id, names.getOrDefault(id, ""));
    }
}
