package org.zhixing.supervise.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.supervise.rules.Skipped;

/** What is sent and answered around slips. */
final class SlipRequests {
    private SlipRequests() {}

    /** Nodes to be urged, why, and by when an answer is wanted. */
    @Schema(name = "SlipRequest")
    public record Urge(
            @NotEmpty @Size(max = 200) Set<@NotNull UUID> nodeIds,
            @NotBlank @Size(max = 500) String reason,

            @NotNull @Schema(description = "Court date, today at the earliest")
            LocalDate answerDue) {}

    /** Why an answer is sent back, and by when another one is wanted. */
    @Schema(name = "SlipReturn")
    public record SendBack(
            @NotBlank @Size(max = 500) String reason,

            @NotNull @Schema(description = "Court date, today at the earliest")
            LocalDate answerDue) {}

    /** Why a slip is withdrawn. */
    @Schema(name = "SlipWithdraw")
    public record Withdraw(@NotBlank @Size(max = 500) String reason) {}

    /** The slips that were issued, and the nodes on which none was, with the reason. */
    @Schema(name = "SlipsIssued")
    public record Issued(List<SlipView> issued, List<Skipped> skipped) {}
}
