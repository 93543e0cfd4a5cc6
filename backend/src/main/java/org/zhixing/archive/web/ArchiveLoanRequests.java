package org.zhixing.archive.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.archive.rules.LoanKind;
import org.zhixing.flow.BorrowVolume;

/** What is sent to archive loans. */
final class ArchiveLoanRequests {
    private ArchiveLoanRequests() {}

    @Schema(name = "NewArchiveLoan")
    record NewArchiveLoan(
            @Schema(description = "Of the archived case", examples = "(2022)豫0505执123号") @NotBlank @Size(max = 60)
            String caseNumber,

            @NotNull LoanKind kind,
            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "The last day, at most 30 days from today") @NotNull
            LocalDate until,

            @Schema(description = "Of an inquiry: who sent the person", examples = "安阳市公安局") @Size(max = 200) @Nullable
            String body,

            @Schema(description = "Of an inquiry: who came") @Size(max = 100) @Nullable
            String person,

            @Schema(description = "Of an inquiry: the number of the letter that the person brought")
            @Size(max = 100)
            @Nullable
            String letter) {

        BorrowVolume.Wish wish() {
            return new BorrowVolume.Wish(caseNumber.strip(), kind, reason.strip(), until, body, person, letter);
        }
    }

    @Schema(name = "ArchiveLoanRefusal")
    record Why(@NotBlank @Size(max = 500) String reason) {}
}
