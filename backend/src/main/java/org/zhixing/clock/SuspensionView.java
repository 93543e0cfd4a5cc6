package org.zhixing.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.SuspensionPermits;
import org.zhixing.clock.rules.SuspensionReason;

/** A suspension as screens and API clients see it; {@link SuspensionViews} puts it together. */
@Schema(name = "Suspension", description = "Days of a case that are not counted, for a statutory reason")
public record SuspensionView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        SuspensionReason reason,
        @Schema(examples = "法发〔2006〕35号第13条") String clause,
        @Schema(description = "The first day not counted") LocalDate from,

        @Schema(description = "The first day counted again; null while nobody knows it") @Nullable
        LocalDate resume,

        String note,
        CaseSuspension.Status status,

        @Schema(description = "Null unless approved") CaseSuspension.@Nullable Phase phase,
        PersonRef askedBy,
        LocalDate askedOn,
        @Nullable PersonRef decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,
        @Nullable PersonRef endedBy,
        @Nullable LocalDate endedOn,
        @Nullable PersonRef cancelledBy,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason,

        @Schema(description = "While asked what approval would do today, afterwards what it did")
        List<Effect> nodes,

        int version,

        @Schema(description = "What the caller may do with it now")
        List<SuspensionPermits.Act> allowed) {

    /** A node's due date before and after. */
    @Schema(name = "SuspensionEffect")
    public record Effect(
            UUID id,
            NodeCode code,

            @Schema(description = "In the caller's language")
            String name,

            @Schema(description = "Null where there was none to name") @Nullable
            LocalDate before,

            @Schema(description = "Null while nobody knows when the case resumes") @Nullable
            LocalDate after) {}
}
