package org.zhixing.measure.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.flow.HoldAsset;
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
            String otherCourt) {
        HoldAsset.Wish wish() {
            return new HoldAsset.Wish(
                    Fields.required("kind", kind),
                    Fields.text("document", document),
                    Fields.required("takenOn", takenOn),
                    endsOn,
                    Fields.optional("otherCourt", otherCourt));
        }
    }

    /** It goes on from its end. */
    @Schema(name = "MeasureRenewalRequest")
    public record Renewal(
            @Nullable LocalDate endsOn, @Nullable String document) {}

    /** It is lifted. */
    @Schema(name = "MeasureReleaseRequest")
    public record Release(@Nullable String reason, @Nullable String document) {}
}
