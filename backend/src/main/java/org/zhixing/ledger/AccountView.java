package org.zhixing.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.ledger.rules.CaseAccount;

/** A case's account. */
@Schema(name = "CaseAccount")
public record AccountView(
        UUID id,
        UUID caseId,
        @Schema(examples = "8050500000000018") String virtualNumber,

        @Schema(description = "CNY to the fen", examples = "0.00")
        String balance,

        @Schema(description = "All receipts that stand", examples = "0.00")
        String received,

        @Schema(description = "In applications that are not ordered yet; still in the balance", examples = "0.00")
        String reserved,

        @Schema(description = "Ordered and not carried out by the bank yet", examples = "0.00")
        String inTransit,

        @Schema(description = "Carried out by the bank, or taken as a fee", examples = "0.00")
        String paid,

        @Schema(description = "What may still be applied for: balance less reserved", examples = "0.00")
        String free,

        LocalDate openedOn) {

    public static AccountView from(CaseAccount a) {
        return new AccountView(
                a.id(),
                a.caseId(),
                a.virtualNumber(),
                yuan(a.balance()),
                yuan(a.money().received()),
                yuan(a.money().reserved()),
                yuan(a.money().inTransit()),
                yuan(a.money().paid()),
                yuan(a.free()),
                a.openedOn());
    }

    private static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
