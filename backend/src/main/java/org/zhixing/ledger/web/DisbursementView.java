package org.zhixing.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.ledger.rules.DisbursementAct;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.rules.DisbursementStep;
import org.zhixing.ledger.rules.PayeeKind;
import org.zhixing.ledger.rules.PaymentStatus;

/** A disbursement with everything that its approvers must see; {@link DisbursementViews} puts it together. */
@Schema(name = "Disbursement", description = "Money of a case on its way to its payees")
public record DisbursementView(
        UUID id,
        @Schema(examples = "案款发〔2022〕1号") String number,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        @Nullable Team caseTeam,
        List<String> applicants,
        List<String> respondents,
        @Nullable PersonRef judge,
        @Nullable PersonRef executor,

        @Schema(description = "CNY to the fen", examples = "100000.00")
        String amount,

        String reason,
        DisbursementStatus status,

        @Schema(description = "The step it waits for; null once the bank has its order or it has ended") @Nullable
        DisbursementStep waitsFor,

        @Schema(description = "Whether the president signs, too, by the policy in force when it was applied for")
        boolean needsPresident,

        @Schema(description = "Above this sum the president signs", examples = "500000.00")
        String presidentAbove,

        int policyVersion,
        PersonRef appliedBy,
        LocalDate appliedOn,

        @Schema(description = "Whether the case is stayed or suspended today, so that nothing may be paid")
        boolean stayed,

        @Schema(description = "Every step taken, the first one first")
        List<Step> steps,

        List<Pay> payments,

        @Schema(description = "Out of which receipts it is paid, the oldest first")
        List<Source> receipts,

        int version,

        @Schema(description = "What the caller may do with it now")
        List<DisbursementAct> allowed) {

    /** A step that somebody took. */
    @Schema(name = "DisbursementStepTaken")
    public record Step(
            DisbursementStep step,
            PersonRef person,
            LocalDate on,

            @Schema(description = "True where the step was refused; of the application: withdrawn")
            boolean refused,

            @Nullable String reason) {}

    /** What one payee gets. */
    @Schema(name = "Payment")
    public record Pay(
            UUID id,
            @Schema(examples = "ZF2022-000001") String number,
            UUID payeeId,
            PayeeKind kind,
            @Schema(examples = "王某") String payee,
            @Nullable String bankName,

            @Schema(description = "Masked; null for a fee") @Nullable
            String accountNumber,

            @Schema(description = "Whether the caller may see that account in full, once they say why")
            boolean mayUnmask,

            @Schema(description = "Whether its payee still may be paid")
            boolean ready,

            @Schema(examples = "60000.00") String amount,
            PaymentStatus status,
            @Nullable UUID batchId,

            @Schema(description = "Why it bounced, in the bank's words") @Nullable
            String bankReason,

            @Nullable String bankSerial,

            @Schema(description = "The bank's day") @Nullable
            LocalDate settledOn) {}

    /** So much of a receipt. */
    @Schema(name = "DisbursementReceipt")
    public record Source(
            UUID id,
            LocalDate receivedOn,

            @Schema(description = "The whole receipt", examples = "100000.00")
            String amount,

            @Schema(description = "What this disbursement takes of it", examples = "60000.00")
            String part,

            @Schema(description = "Calendar days since it arrived")
            long ageDays,

            @Schema(description = "By when it must be paid out; null while nobody knows") @Nullable
            LocalDate dueOn,

            @Schema(description = "Whether it is late today")
            boolean overdue,

            @Schema(description = "The bank has sent some of it back, and nobody has applied for it since")
            boolean cameBack) {}
}
