package org.zhixing.measure.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.rules.MeasureKind;
import org.zhixing.measure.rules.MeasureStatus;

/** A measure on an asset as it stands today. */
@Schema(name = "Measure")
public record MeasureView(
        UUID id,
        MeasureKind kind,
        MeasureStatus status,

        @Schema(description = "The court that holds it where it is not ours") @Nullable
        String otherCourt,

        String document,
        LocalDate takenOn,

        @Schema(description = "1 is 首封, 2 the first 轮候") int place,

        @Schema(description = "Null while it waits: no time runs") @Nullable
        LocalDate startsOn,

        @Schema(description = "The last day on which it holds") @Nullable
        LocalDate endsOn,

        @Schema(description = "Days until the last one; null unless it runs") @Nullable
        Long daysLeft,

        @Schema(description = "The latest day to which it may be renewed; null unless it runs") @Nullable
        LocalDate renewableTo,

        @Nullable LocalDate releasedOn,
        @Nullable String releaseReason,

        @Schema(description = "CNY that was given up in part, 0.00 if nothing", examples = "0.00")
        String releasedAmount,

        @Schema(description = "What of the property was given up, the oldest first")
        List<String> releasedParts,

        @Schema(description = "What was done to it, the oldest first")
        List<MeasureActView> acts,

        int version) {

    static MeasureView from(Measure m, List<MeasureActView> acts, LocalDate today) {
        MeasureStatus status = m.status(today);
        LocalDate ends = status == MeasureStatus.RUNNING ? m.endsOn() : null;
        return new MeasureView(
                m.id(),
                m.kind(),
                status,
                m.otherCourt(),
                m.document(),
                m.takenOn(),
                m.place(),
                m.startsOn(),
                m.endsOn(),
                ends == null ? null : ChronoUnit.DAYS.between(today, ends),
                ends == null ? null : m.latest(ends),
                m.releasedOn(),
                m.releaseReason(),
                m.lifted().amount().setScale(2).toPlainString(),
                m.lifted().parts(),
                acts,
                m.version());
    }
}
