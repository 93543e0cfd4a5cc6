package org.zhixing.slip.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.AskTaskSlips;
import org.zhixing.platform.Messages;

/** What is sent and answered around task slips. */
final class TaskSlipRequests {
    private TaskSlipRequests() {}

    /** What is asked for, on which cases. */
    @Schema(name = "TaskSlipRequest")
    public record Ask(
            @NotEmpty @Size(max = 200) List<@NotNull UUID> caseIds,
            @NotBlank String kind,
            @NotBlank @Size(max = 500) String target,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 50) String area,
            @Nullable @Size(max = 1000) String instructions) {}

    /** The slips that were made, and the cases on which none was. */
    @Schema(name = "TaskSlipsAsked")
    public record Asked(List<TaskSlipView> slips, List<RefusedCase> refused) {}

    /** A case on which no slip was made, and why; the number is null where the case is out of sight. */
    @Schema(name = "TaskSlipRefusedCase")
    public record RefusedCase(UUID caseId, @Nullable String number, String code, String detail) {
        static RefusedCase of(AskTaskSlips.Refused refused, Messages messages, Locale locale) {
            return new RefusedCase(
                    refused.caseId(),
                    refused.number(),
                    refused.code(),
                    messages.get(Messages.PROBLEMS, refused.code() + ".detail", List.of(), locale));
        }
    }

    /** Who carries it out, and who goes along. */
    @Schema(name = "TaskSlipAssignment")
    public record Assign(
            @NotNull UUID executorId,
            @NotNull @Size(max = 10) List<@NotNull UUID> others) {}

    /** The result, or the reason. */
    @Schema(name = "TaskSlipText")
    public record Said(@NotBlank @Size(max = 1000) String text) {}
}
