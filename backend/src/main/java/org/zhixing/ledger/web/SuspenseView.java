package org.zhixing.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;

/** Money of nobody yet (不明款), with the cases it may be for and what was claimed. */
@Schema(name = "SuspenseItem")
public record SuspenseView(
        UUID id,
        LocalDate receivedOn,

        @Schema(description = "Calendar days since it arrived")
        int ageDays,

        @Schema(examples = "9496.41") String amount,
        BankLineView line,

        @Schema(description = "The case it was claimed for, if it is") @Nullable
        UUID caseId,

        @Nullable String caseNumber,
        @Nullable UUID receiptId,

        @Schema(description = "Open cases it may be for, the likeliest first; none once it is claimed")
        List<Suggestion> suggestions,

        @Schema(description = "All claims, the oldest first, those that were undone too")
        List<Claim> claims,

        @Schema(description = "What the caller may do with it now")
        List<Act> may,

        int version) {

    /** Acts on it. */
    @Schema(name = "SuspenseAct")
    public enum Act {
        CLAIM,
        UNDO
    }

    /** Why a case is suggested. */
    @Schema(name = "SuspenseReason")
    public enum Reason {
        PAYER_IS_PARTY,
        AMOUNT_IS_CLAIM
    }

    /** A case it may be for. */
    @Schema(name = "SuspenseSuggestion")
    public record Suggestion(
            UUID caseId, String caseNumber, @Nullable String claimAmount, List<Reason> reasons) {}

    /** Who said whose it is. */
    @Schema(name = "SuspenseClaim")
    public record Claim(
            UUID id,
            UUID caseId,
            UUID receiptId,
            String reason,
            PersonRef claimedBy,
            LocalDate claimedOn,
            @Nullable PersonRef undoneBy,
            @Nullable LocalDate undoneOn,
            @Nullable String undoneWhy) {}

    /** What waits of an age; the target is that nothing waits. */
    @Schema(name = "SuspenseAge")
    public record Age(
            @Schema(description = "First age in calendar days")
            int fromDays,

            @Schema(description = "Last age; null for the oldest") @Nullable
            Integer toDays,

            long items,
            @Schema(examples = "9496.41") String amount) {}
}
