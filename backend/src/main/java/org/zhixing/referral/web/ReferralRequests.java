package org.zhixing.referral.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.flow.ReferMatter;

/** What is sent to referrals. */
final class ReferralRequests {
    private ReferralRequests() {}

    @Schema(name = "NewReferral")
    record NewReferral(
            @NotBlank @Size(max = 200) String matter,

            @Schema(description = "What is asked for, and why") @NotBlank @Size(max = 5000)
            String detail) {
        ReferMatter.Wish wish() {
            return new ReferMatter.Wish(matter.strip(), detail.strip());
        }
    }

    @Schema(name = "ReferralDecision")
    record Decision(
            @NotNull Boolean approved,
            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "ReferralReason")
    record Why(@NotBlank @Size(max = 500) String reason) {}
}
