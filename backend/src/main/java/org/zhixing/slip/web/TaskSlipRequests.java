package org.zhixing.slip.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.AskTaskSlips;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Problem;

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
            @Nullable @Size(max = 1000) String instructions,

            @Schema(description = "The court that is asked; for a delegation to another court, and for nothing else")
            @Nullable
            @Size(max = 100)
            String otherCourt) {}

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

    /** The same act on many slips, each in the version the caller has seen. */
    @Schema(name = "TaskSlipRound")
    public record Round(@NotEmpty @Size(max = 100) List<@NotNull @Valid Seen> slips) {}

    /** A slip in the version the caller has seen. */
    @Schema(name = "TaskSlipSeen")
    public record Seen(@NotNull UUID id, int version) {}

    /** What became of each, in the order asked. */
    @Schema(name = "TaskSlipOutcomes")
    public record Outcomes(int done, List<Outcome> slips) {}

    /** What became of one; the problem is null where it was done. */
    @Schema(name = "TaskSlipOutcome")
    public record Outcome(UUID id, @Nullable Problem problem) {}

    /** The letter by which a delegation goes out. */
    @Schema(name = "DelegationLetter")
    public record LetterSent(
            @NotBlank @Size(max = 100) @Schema(examples = "（2022）豫0505执委函12号")
            String letterNumber,

            @NotNull LocalDate letterOn) {}

    /** The letter that answers a delegation, and of theirs what it brings. */
    @Schema(name = "DelegationReply")
    public record Reply(
            @NotBlank @Size(max = 100) String letterNumber,
            @NotNull LocalDate letterOn,

            @Schema(description = "What another court has done; null where the reply is ours")
            @Nullable
            @Size(max = 1000)
            String text,

            @Schema(description = "The finished upload of the letter with what came with it; no reply is taken without")
            @Nullable
            UUID uploadId) {}

    /** What another court asks of ours. */
    @Schema(name = "DelegationRequest")
    public record Received(
            @NotNull UUID caseId,

            @NotBlank @Size(max = 100) @Schema(examples = "洛阳市涧西区人民法院")
            String otherCourt,

            @NotBlank @Size(max = 100) String letterNumber,

            @NotNull @Schema(description = "The court date on which it came")
            LocalDate letterOn,

            @NotBlank @Size(max = 500) String target,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 50) String area,
            @Nullable @Size(max = 1000) String instructions) {}

    /** The result, or the reason. */
    @Schema(name = "TaskSlipText")
    public record Said(@NotBlank @Size(max = 1000) String text) {}
}
