package org.zhixing.ledger.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.ledger.rules.BankResult;
import org.zhixing.ledger.rules.PaymentStatus;
import org.zhixing.ledger.rules.ResultOutcome;
import org.zhixing.platform.Refusal;

/** What is sent and answered around batches. */
final class BatchRequests {
    private static final int LONGEST = 200;

    private BatchRequests() {}

    /** The approved disbursements to be paid with one order. */
    @Schema(name = "PaymentBatchRequest")
    public record Make(@NotEmpty @Size(max = 200) Set<@NotNull UUID> disbursementIds) {}

    /** What the bank did. */
    @Schema(name = "PaymentVerdict")
    public enum Result {
        PAID,
        BOUNCED
    }

    /** What the bank says of one payment. */
    @Schema(name = "PaymentResult")
    public record One(
            @Schema(description = "The payment's number", examples = "ZF2022-000001") @Nullable
            String number,

            @Nullable Result result,

            @Schema(description = "Of one that bounced, in the bank's words", examples = "户名账号不符") @Nullable
            String reason,

            @Schema(description = "The bank's own number") @Nullable
            String serial,

            @Schema(description = "The bank's day") @Nullable
            LocalDate settledOn) {

        BankResult read() {
            if (number == null || number.isBlank()) {
                throw Refusal.field("number", null, "field.required");
            }
            if (result == null) {
                throw Refusal.field("result", null, "field.required");
            }
            if (settledOn == null) {
                throw Refusal.field("settledOn", null, "field.required");
            }
            if (result == Result.BOUNCED && text("reason", reason) == null) {
                throw Refusal.field("reason", null, "field.required");
            }
            return new BankResult(
                    0,
                    number.strip(),
                    null,
                    result == Result.PAID ? PaymentStatus.PAID : PaymentStatus.BOUNCED,
                    text("reason", reason),
                    text("serial", serial),
                    settledOn);
        }

        private static @Nullable String text(String field, @Nullable String given) {
            if (given == null || given.isBlank()) {
                return null;
            }
            if (given.strip().length() > LONGEST) {
                throw Refusal.field(field, null, "field.length", LONGEST);
            }
            return given.strip();
        }
    }

    /** What became of one line. */
    @Schema(name = "PaymentResultLine")
    public record Line(
            @Schema(description = "Line of the file, counted from 1; 0 for one that was typed in")
            int line,

            String number,
            ResultOutcome outcome,

            @Schema(description = "Why nothing was booked, in the caller's language") @Nullable
            String message) {}

    /** What became of the bank's results. */
    @Schema(name = "PaymentResults")
    public record Results(
            @Schema(description = "The batch after them") BatchView batch,
            @Schema(description = "Payments now paid by it") long paid,

            @Schema(description = "Payments now bounced by it")
            long bounced,

            @Schema(description = "Lines that said what is known")
            long same,

            @Schema(description = "Lines that were refused: contradictory, unknown or unreadable")
            long refused,

            List<Line> lines) {}
}
