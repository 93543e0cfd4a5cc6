package org.zhixing.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.access.PersonRef;
import org.zhixing.ledger.rules.BatchStatus;

/** What the bank was ordered to pay at once. */
@Schema(name = "PaymentBatch")
public record BatchView(
        UUID id,
        @Schema(examples = "PC2022-0001") String number,

        @Schema(description = "Payments of it, fees included")
        int payments,

        @Schema(description = "CNY to the fen, fees included", examples = "160000.00")
        String amount,

        BatchStatus status,
        PersonRef createdBy,
        LocalDate createdOn,
        int version) {

    /** The batch with every payment of it. */
    @Schema(name = "PaymentBatchDetail")
    public record Detail(BatchView batch, List<Item> items) {}

    /** A payment with its case and its disbursement. */
    @Schema(name = "PaymentBatchItem")
    public record Item(
            UUID caseId,
            @Schema(examples = "(2022)豫0505执123号") String caseNumber,
            UUID disbursementId,
            @Schema(examples = "案款发〔2022〕1号") String disbursementNumber,
            DisbursementView.Pay payment) {}
}
