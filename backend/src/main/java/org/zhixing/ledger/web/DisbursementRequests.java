package org.zhixing.ledger.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.ApplyDisbursement;
import org.zhixing.ledger.rules.DisbursementApplication;

/** What is sent around disbursements. */
final class DisbursementRequests {
    private DisbursementRequests() {}

    /** Who is to get how much. */
    @Schema(name = "DisbursementLine")
    public record Line(
            @NotNull UUID payeeId,

            @Schema(description = "CNY to the fen, greater than zero", examples = "60000.00") @Nullable
            String amount) {}

    /** What is applied for, and why. */
    @Schema(name = "DisbursementRequest")
    public record Apply(
            @NotBlank @Size(max = 500) String reason,

            @NotEmpty @Size(max = DisbursementApplication.MOST_LINES)
            List<@NotNull @Valid Line> payments) {

        ApplyDisbursement.Wish wish() {
            List<ApplyDisbursement.Line> lines = new ArrayList<>();
            for (Line line : payments) {
                lines.add(new ApplyDisbursement.Line(
                        line.payeeId(), Amounts.positive("payments[" + lines.size() + "].amount", line.amount())));
            }
            return new ApplyDisbursement.Wish(reason.strip(), lines);
        }
    }

    /** Why. */
    @Schema(name = "DisbursementReason")
    public record Reason(@NotBlank @Size(max = 500) String reason) {}
}
