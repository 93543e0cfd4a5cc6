package org.zhixing.measure.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.HoldAsset;
import org.zhixing.flow.MeasurePaper;
import org.zhixing.measure.rules.MeasureKind;

/** What is asked of a measure. */
final class MeasureRequests {
    private MeasureRequests() {}

    /** An asset was seized, frozen or detained. */
    @Schema(name = "MeasureRequest")
    public record Taken(
            @Nullable MeasureKind kind,

            @Schema(examples = "（2022）豫0505执12号之一") @Nullable
            String document,

            @Nullable LocalDate takenOn,

            @Schema(description = "Null: as long as the law lets it. Not used of one that waits") @Nullable
            LocalDate endsOn,

            @Schema(description = "The court that holds it where it is not ours") @Nullable
            String otherCourt,

            @Nullable Paper paper) {
        HoldAsset.Wish wish() {
            return new HoldAsset.Wish(
                    Fields.required("kind", kind),
                    Fields.text("document", document),
                    Fields.required("takenOn", takenOn),
                    endsOn,
                    Fields.optional("otherCourt", otherCourt),
                    given(paper));
        }
    }

    /** It goes on from its end. */
    @Schema(name = "MeasureRenewalRequest")
    public record Renewal(
            @Nullable LocalDate endsOn,
            @Nullable String document,
            @Nullable Paper paper) {}

    /** It is lifted. */
    @Schema(name = "MeasureReleaseRequest")
    public record Release(
            @Nullable String reason,
            @Nullable String document,
            @Nullable Paper paper) {}

    /** Some of it is lifted, the rest stays held. */
    @Schema(name = "MeasurePartReleaseRequest")
    public record PartRelease(
            @Schema(description = "CNY to the fen; an amount or a part, or both", examples = "20000.00") @Nullable
            String amount,

            @Schema(description = "What of the property, in words", examples = "2 号楼 201 室") @Nullable
            String part,

            @Nullable String reason,
            @Nullable String document,
            @Nullable Paper paper) {
        HoldAsset.Part what() {
            return new HoldAsset.Part(
                    Fields.amount("amount", amount), Fields.optional("part", part), Fields.text("reason", reason));
        }
    }

    /** The paper itself, beside its number: an item of the case's volume, or a finished upload that is filed with it. */
    @Schema(name = "MeasurePaperRequest")
    public record Paper(
            @Nullable UUID itemId,
            @Nullable UUID uploadId,

            @Schema(description = "Of the upload: OFFLINE_MEASURE_RESULT when not said, RULING or PRESERVATION_RECORD")
            @Nullable
            String category) {}

    static MeasurePaper.Given given(@Nullable Paper paper) {
        return paper == null
                ? MeasurePaper.Given.NONE
                : new MeasurePaper.Given(paper.itemId(), paper.uploadId(), paper.category());
    }

    static HoldAsset.Paper paper(@Nullable String document, @Nullable Paper paper) {
        return new HoldAsset.Paper(Fields.text("document", document), given(paper));
    }
}
