package org.zhixing.paper.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.MakePapers;
import org.zhixing.flow.ServePaper;
import org.zhixing.flow.SignPaper;
import org.zhixing.flow.WritePaper;
import org.zhixing.paper.rules.ServiceManner;

/** What is sent to papers. */
final class PaperRequests {
    private static final int MOST_CASES = 500;

    private PaperRequests() {}

    @Schema(name = "NewPaper")
    record NewPaper(
            @NotBlank String kind,
            @Nullable @Size(max = 200) String addressee,

            @Schema(description = "By the variable's code, such as DUTY") @NotNull
            Map<String, String> fields) {
        WritePaper.Wish wish() {
            return new WritePaper.Wish(kind, addressee, fields);
        }
    }

    @Schema(name = "PaperReason")
    record Why(@NotBlank @Size(max = 500) String reason) {}

    @Schema(name = "NewSignature")
    record NewSignature(
            @Schema(description = "Of the PDF that the signer has read") @NotBlank @Size(min = 64, max = 64)
            String sha256) {
        SignPaper.Seen seen(UUID id, int version) {
            return new SignPaper.Seen(id, version, sha256);
        }
    }

    @Schema(name = "NewServing")
    record NewServing(
            @NotBlank @Size(max = 200) String recipient,
            @NotNull ServiceManner manner,
            @NotNull LocalDate on,

            @Schema(description = "The finished upload of the proof of service") @NotNull
            UUID uploadId,

            @Nullable @Size(max = 500) String note) {
        ServePaper.Wish wish() {
            return new ServePaper.Wish(recipient, manner, on, uploadId, note);
        }
    }

    @Schema(name = "NewPaperBatch")
    record NewBatch(
            @NotBlank String kind,
            @NotEmpty @Size(max = MOST_CASES) List<UUID> caseIds,
            @NotNull Map<String, String> fields) {
        MakePapers.Wish wish() {
            return new MakePapers.Wish(kind, caseIds, fields);
        }
    }

    @Schema(name = "NewPaperTemplate")
    record NewTemplate(
            @NotBlank @Size(max = 20_000) String text,
            @NotBlank @Size(max = 500) String reason) {}

    @Schema(name = "PaperTemplatePreview")
    record Trial(
            @NotBlank @Size(max = 20_000) String text,

            @Schema(examples = "(2022)豫0505执123号") @NotBlank @Size(max = 60)
            String caseNumber) {}
}
