package org.zhixing.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.access.rules.Role;
import org.zhixing.ledger.rules.ItemKind;
import org.zhixing.ledger.rules.ReconciliationItem;
import org.zhixing.ledger.rules.TransactionKind;
import org.zhixing.platform.Messages;

/** One thing that makes statement and ledger differ, and what the caller may do about it. */
@Schema(name = "ReconciliationItem")
public record ReconciliationItemView(
        UUID key,
        ItemKind kind,
        String text,
        LocalDate since,

        @Schema(description = "The statement's less the ledger's", examples = "-12.50")
        String amount,

        @Nullable UUID lineId,
        @Nullable String serial,
        @Nullable String party,
        @Schema(description = "Masked") @Nullable String partyAccount,
        @Nullable String remark,
        @Nullable UUID transactionId,
        @Nullable TransactionKind transactionKind,
        @Nullable UUID caseId,
        @Nullable String caseNumber,

        @Schema(description = "What the funds desk said of it") @Nullable
        String note,

        List<ItemAct> may) {

    /** What the funds desk may do about an item. */
    @Schema(name = "ReconciliationItemAct")
    public enum ItemAct {
        /** Tie money out to its payment. */
        LINK,
        /** Book money out as a bank charge. */
        CHARGE,
        /** Say what a jump of the statement is. */
        NOTE
    }

    static ReconciliationItemView from(ReconciliationItem item, Actor actor, Messages messages, Locale locale) {
        return new ReconciliationItemView(
                item.key(),
                item.kind(),
                messages.text("messages/books", "ItemKind." + item.kind(), locale),
                item.since(),
                ReconciliationView.yuan(item.amount()),
                item.lineId(),
                item.serial(),
                item.party(),
                Masking.bankAccount(item.partyAccount()),
                item.remark(),
                item.transactionId(),
                item.transactionKind(),
                item.caseId(),
                item.caseNumber(),
                item.note(),
                actor.has(Role.FUNDS) ? acts(item) : List.of());
    }

    private static List<ItemAct> acts(ReconciliationItem item) {
        return switch (item.kind()) {
            case BANK_OUT -> List.of(ItemAct.LINK, ItemAct.CHARGE);
            case OPENING, GAP -> item.note() == null ? List.of(ItemAct.NOTE) : List.of();
            default -> List.of();
        };
    }
}
