package org.zhixing.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.ledger.rules.DisbursementStatus;

/** Money that arrived for a case, and how far it has been paid out. */
@Schema(name = "Receipt")
public record ReceiptView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        @Schema(description = "The bank's value date") LocalDate receivedOn,
        @Schema(examples = "30076.14") String amount,

        @Schema(description = "In applications that are not paid yet", examples = "0.00")
        String reserved,

        @Schema(examples = "0.00") String paid,

        @Schema(description = "What nobody has applied for", examples = "30076.14")
        String free,

        @Schema(description = "What is still to be paid out", examples = "30076.14")
        String left,

        Status status,

        @Nullable PersonRef judge,
        @Nullable PersonRef executor,

        @Schema(description = "How far the applications have come that hold what is reserved or on its way; each once")
        List<DisbursementStatus> inHand,

        @Schema(description = "The bank has sent some of it back, and nobody has applied for it since")
        boolean cameBack,

        @Schema(description = "How it came") BankLineView line,

        @Nullable Clock clock,

        @Schema(description = "What the caller may do with it now")
        List<Act> may,

        int version) {

    /** Acts on it. */
    @Schema(name = "ReceiptAct")
    public enum Act {
        /** Take it back to suspense, since its line was matched wrongly. */
        UNDO_MATCH
    }

    /** How far it has come. */
    @Schema(name = "ReceiptStatus")
    public enum Status {
        WAITING,
        PAID_OUT,
        /** The claim or the match that made it was undone. */
        TAKEN_BACK
    }

    /** By when it must be paid out. */
    @Schema(name = "ReceiptClock")
    public record Clock(
            UUID nodeId,
            NodeState state,

            @Schema(description = "Null while an open-ended deferral keeps it waiting") @Nullable
            LocalDate dueOn,

            @Schema(description = "Working days left, the due date included; null unless open and in time") @Nullable
            Integer workdaysLeft,

            @Schema(description = "Working days late; null unless late") @Nullable
            Integer workdaysLate,

            @Nullable LocalDate doneOn) {}
}
