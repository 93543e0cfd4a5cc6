package org.zhixing.ledger;

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

        LocalDate openedOn) {

    public static AccountView from(CaseAccount a) {
        return new AccountView(
                a.id(), a.caseId(), a.virtualNumber(), a.balance().setScale(2).toPlainString(), a.openedOn());
    }
}
