package org.zhixing.ledger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.ledger.rules.BankEntry;
import org.zhixing.ledger.rules.BankLine;
import org.zhixing.ledger.rules.LineMatch;
import org.zhixing.ledger.store.BankLineRows;
import org.zhixing.platform.CourtClock;

/** What the bank says happened, once. */
@Schema(name = "BankLine")
public record BankLineView(
        UUID id,
        @Schema(examples = "20221008000001") String serial,

        @Schema(description = "When the bank booked it") Instant at,

        @Schema(description = "The bank's value date") LocalDate valueOn,
        @Schema(examples = "30076.14") @Nullable String moneyIn,
        @Schema(examples = "13550.08") @Nullable String moneyOut,
        @Schema(examples = "陈某") @Nullable String party,

        @Schema(description = "Masked", examples = "************1234") @Nullable
        String partyAccount,

        @Schema(description = "Whether the caller may see that account in full, once they say why")
        boolean mayUnmask,

        @Nullable String virtualNumber,
        @Nullable String remark,
        @Schema(examples = "80076.14") @Nullable String balance,
        LineMatch.Matched matched,
        LineMatch.MatchReason why,

        @Schema(description = "The case the money went to, by itself or by a claim") @Nullable
        UUID caseId,

        @Nullable String caseNumber,
        UUID statementId,
        @Nullable UUID transactionId,

        @Schema(description = "Of money out, in the list of lines: the payment it was", examples = "ZF2022-000001")
        @Nullable
        String paymentNumber) {

    static BankLineView from(
            BankLine line, @Nullable UUID caseId, @Nullable String caseNumber, Actor actor, boolean handles) {
        return from(new BankLineRows.Shown(line, caseId, caseNumber, null), actor, handles);
    }

    static BankLineView from(BankLineRows.Shown shown, Actor actor, boolean handles) {
        BankLine line = shown.line();
        BankEntry e = line.entry();
        return new BankLineView(
                line.id(),
                e.serial(),
                e.at().atZone(CourtClock.SHANGHAI).toInstant(),
                e.valueOn(),
                Money.orNull(e.moneyIn()),
                Money.orNull(e.moneyOut()),
                e.party(),
                Masking.bankAccount(e.partyAccount()),
                e.partyAccount() != null && Masking.mayUnmaskBankAccounts(actor, handles),
                e.virtualNumber(),
                e.remark(),
                Money.orNull(e.balance()),
                line.match().matched(),
                line.match().why(),
                shown.caseId(),
                shown.caseNumber(),
                line.importId(),
                line.transactionId(),
                shown.paymentNumber());
    }
}
