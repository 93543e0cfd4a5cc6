package org.zhixing.triage;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
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
        PersonRef askedBy,
        LocalDate askedOn,

        @Schema(description = "The last court date on which it could be asked")
        LocalDate lastDay,

        @Nullable PersonRef decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,

        @Schema(
                description =
                        "What the president in charge signed; null before, and of transfers of before there was it")
        @Nullable
        UUID paperId,

        @Nullable PersonRef carriedOutBy,
        @Nullable LocalDate carriedOutOn,
        int version) {

    /** With names from the court's people. */
    public static TransferView of(Transfer t, Map<UUID, Names.Known> known) {
        Map<UUID, String> names = known.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name()));
        return new TransferView(
                t.id(),
                t.caseId(),
                t.caseNumber(),
                t.fromTeam(),
                t.toTeam(),
                t.reason(),
                t.status(),
                new PersonRef(t.askedBy(), names.getOrDefault(t.askedBy(), "")),
                t.askedOn(),
                t.lastDay(),
                who(t.decidedBy(), names),
                t.decidedOn(),
                t.decisionReason(),
                t.paperId(),
                who(t.carriedOutBy(), names),
                t.carriedOutOn(),
                t.version());
    }

    private static @Nullable PersonRef who(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : new PersonRef(id, names.getOrDefault(id, ""));
    }
}
