package org.zhixing.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.ledger.rules.CardLine;
import org.zhixing.ledger.rules.TransactionKind;

/** One entry of a case's account. */
@Schema(name = "AccountEntry")
public record AccountEntryView(
        @Schema(description = "The transaction") UUID id,
        TransactionKind kind,
        @Schema(examples = "执行款") String memo,
        LocalDate bookedOn,
        @Schema(description = "The bank's day of the money") LocalDate valueOn,

        @Schema(description = "Null where money went out", examples = "100.00") @Nullable
        String moneyIn,

        @Schema(description = "Null where money came in", examples = "100.00") @Nullable
        String moneyOut,

        @Schema(description = "What the account held after it", examples = "100.00")
        String balance,

        @Schema(description = "Who paid, or who is paid") @Nullable
        String party,

        @Schema(description = "Masked", examples = "***************3445") @Nullable
        String partyAccount,

        @Schema(description = "The bank's serial number, or the payment's number") @Nullable
        String reference,

        @Nullable UUID lineId,
        @Nullable UUID payeeId,
        @Nullable UUID paymentId,

        @Schema(description = "The transaction that this one reverses") @Nullable
        UUID reverses,

        @Schema(description = "The transaction that reverses this one") @Nullable
        UUID reversedBy,

        @Schema(description = "Null: the system") @Nullable PersonRef bookedBy,

        List<EntryAct> may) {

    /** What the caller may do with an entry. */
    @Schema(name = "AccountEntryAct")
    public enum EntryAct {
        /** See the account number of the other side in full. */
        UNMASK
    }

    /** @param handles whether the caller handles the case; of money that was taken back the handlers see no more than others */
    static AccountEntryView from(CardLine line, Map<UUID, Names.Known> names, Actor actor, boolean handles) {
        UUID by = line.bookedBy();
        return new AccountEntryView(
                line.transactionId(),
                line.kind(),
                line.memo(),
                line.bookedOn(),
                line.valueOn(),
                line.amount().signum() > 0 ? yuan(line.amount()) : null,
                line.amount().signum() < 0 ? yuan(line.amount().negate()) : null,
                yuan(line.balance()),
                line.party(),
                Masking.bankAccount(line.partyAccount()),
                line.reference(),
                line.lineId(),
                line.payeeId(),
                line.paymentId(),
                line.reverses(),
                line.reversedBy(),
                by == null
                        ? null
                        : new PersonRef(
                                by, names.getOrDefault(by, Names.Known.NOBODY).name()),
                line.partyAccount() != null && Masking.mayUnmaskBankAccounts(actor, handles && line.ofCase())
                        ? List.of(EntryAct.UNMASK)
                        : List.of());
    }

    private static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
