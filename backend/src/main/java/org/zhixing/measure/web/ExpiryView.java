package org.zhixing.measure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.measure.rules.AssetKind;
import org.zhixing.measure.rules.Lifted;
import org.zhixing.measure.rules.MeasureKind;
import org.zhixing.measure.store.ExpiryRows;

/** A measure of ours by its last day. */
@Schema(name = "Expiry")
public record ExpiryView(
        @Schema(description = "The measure's") UUID id,
        UUID assetId,
        UUID caseId,
        String caseNumber,
        @Nullable Team team,
        @Nullable PersonRef judge,
        @Nullable PersonRef executor,
        AssetKind assetKind,
        String respondent,
        String description,
        @Nullable String holder,

        @Schema(description = "CNY that it holds; null while nobody has valued the property") @Nullable
        String held,

        MeasureKind kind,
        String document,
        LocalDate startsOn,
        LocalDate endsOn,

        @Schema(description = "Until the last day; below zero once it ran out")
        long daysLeft,

        @Schema(description = "When the node wants it renewed; null where the case is closed and has no node") @Nullable
        LocalDate renewBy) {

    static ExpiryView from(ExpiryRows.Line line, LocalDate today) {
        return new ExpiryView(
                line.id(),
                line.assetId(),
                line.caseId(),
                line.number(),
                line.team(),
                person(line.judge()),
                person(line.executor()),
                line.assetKind(),
                line.respondent(),
                line.description(),
                line.holder(),
                held(line),
                line.kind(),
                line.document(),
                line.startsOn(),
                line.endsOn(),
                ChronoUnit.DAYS.between(today, line.endsOn()),
                line.renewBy());
    }

    private static @Nullable String held(ExpiryRows.Line line) {
        BigDecimal value = line.value();
        return value == null
                ? null
                : new Lifted(line.releasedAmount(), List.of())
                        .rest(value)
                        .setScale(2)
                        .toPlainString();
    }

    private static @Nullable PersonRef person(ExpiryRows.@Nullable Named named) {
        return named == null ? null : new PersonRef(named.id(), named.name());
    }

    /** How many end in a week. */
    @Schema(name = "ExpiryWeek")
    public record Week(
            @Schema(description = "Its Monday; null for what ran out with nothing of ours after it") @Nullable
            LocalDate from,

            int count,

            @Schema(description = "CNY that they hold", examples = "350000.00")
            String held) {
        static Week from(ExpiryRows.Week week) {
            return new Week(week.from(), week.count(), week.held().setScale(2).toPlainString());
        }
    }
}
