package org.zhixing.measure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ClaimAmount;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.AssetKind;
import org.zhixing.measure.rules.AssetSource;
import org.zhixing.platform.Refusal;

/** What was found of a respondent's. */
@Schema(name = "AssetRequest")
public record AssetRequest(
        @Nullable AssetKind kind,

        @Schema(description = "As the case names the party", examples = "李某某") @Nullable
        String respondent,

        @Nullable String description,

        @Schema(description = "The bank, registry or place where it is") @Nullable
        String holder,

        @Schema(description = "Account, plate or certificate number") @Nullable
        String identifier,

        @Schema(description = "CNY to the fen", examples = "350000.00") @Nullable
        String value,

        @Schema(description = "Whether the value is an appraiser's; null is an estimate") @Nullable
        Boolean appraised,

        @Nullable AssetSource source,
        @Nullable LocalDate foundOn,

        @Schema(description = "Whether it can be disposed of; null is no") @Nullable
        Boolean disposable,

        @Schema(description = "Why it is corrected; not asked when it is written first") @Nullable
        String reason) {

    Asset.Facts facts() {
        return new Asset.Facts(
                Fields.required("kind", kind),
                Fields.text("respondent", respondent),
                Fields.text("description", description),
                Fields.optional("holder", holder),
                Fields.optional("identifier", identifier),
                amount(),
                Boolean.TRUE.equals(appraised),
                Fields.required("source", source),
                Fields.required("foundOn", foundOn),
                Boolean.TRUE.equals(disposable));
    }

    private @Nullable BigDecimal amount() {
        return value == null || value.isBlank()
                ? null
                : ClaimAmount.check(value)
                        .found()
                        .orElseThrow(() -> Refusal.field("value", value, "amount.unreadable"));
    }
}
