package org.zhixing.measure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.measure.rules.MeasureAct;
import org.zhixing.measure.store.ActRows;

/** Something that was done to a measure, with its paper. */
@Schema(name = "MeasureAct")
public record MeasureActView(
        @Schema(description = "Counts the measure's acts from 1")
        int no,

        MeasureAct.Kind kind,
        LocalDate on,

        @Schema(description = "Null for what was written down before acts were kept") @Nullable
        PersonRef by,

        @Schema(description = "The paper's number") @Nullable
        String document,

        @Schema(description = "The paper in the e-file; null while it is not there or was removed") @Nullable
        UUID itemId,

        @Nullable String itemTitle,

        @Schema(description = "The last day that a taking or a renewal gave") @Nullable
        LocalDate endsOn,

        @Schema(description = "CNY that a partial release gave up", examples = "20000.00") @Nullable
        String amount,

        @Schema(description = "What of the property a partial release gave up") @Nullable
        String part,

        @Nullable String reason) {

    static MeasureActView from(ActRows.Shown shown, Map<UUID, Names.Known> names) {
        MeasureAct act = shown.act();
        UUID by = act.by();
        BigDecimal amount = act.amount();
        return new MeasureActView(
                act.no(),
                act.kind(),
                act.on(),
                by == null
                        ? null
                        : new PersonRef(
                                by, names.getOrDefault(by, Names.Known.NOBODY).name()),
                act.document(),
                shown.removed() ? null : act.itemId(),
                shown.removed() ? null : shown.title(),
                act.endsOn(),
                amount == null ? null : amount.setScale(2).toPlainString(),
                act.part(),
                act.reason());
    }
}
