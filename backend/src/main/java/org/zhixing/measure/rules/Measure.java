package org.zhixing.measure.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset seized, frozen or detained.
 *
 * @param otherCourt the court that holds it where it is not ours, whose measures count in the queue only
 * @param mostYears how long it may last from its first day, and each renewal from the end before (民诉法解释第485条)
 * @param place 1 is 首封, 2 the first 轮候; kept as it was last when the measure has ended
 * @param startsOn the day from which its time runs; null while it waits
 * @param endsOn the last day on which it holds; null while it waits
 * @param releasedOn the day on which it was lifted
 * @param lifted what it gave up in part while the rest stays held
 */
public record Measure(
        UUID id,
        int courtId,
        UUID caseId,
        UUID assetId,
        MeasureKind kind,
        @Nullable String otherCourt,
        String document,
        LocalDate takenOn,
        int mostYears,
        int place,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate releasedOn,
        @Nullable String releaseReason,
        Lifted lifted,
        int version) {

    public static final int FIRST = 1;

    public Measure {
        if ((startsOn == null) != (endsOn == null)) {
            throw new IllegalArgumentException("A measure has both a first and a last day, or neither");
        }
        if (place < FIRST) {
            throw new IllegalArgumentException("The queue begins at 1, not " + place);
        }
    }

    public MeasureStatus status(LocalDate today) {
        if (releasedOn != null) {
            return MeasureStatus.RELEASED;
        }
        if (endsOn == null) {
            return MeasureStatus.WAITING;
        }
        return today.isAfter(endsOn) ? MeasureStatus.EXPIRED : MeasureStatus.RUNNING;
    }

    /** Whether it stands in the queue on that day. */
    public boolean stands(LocalDate today) {
        MeasureStatus status = status(today);
        return status == MeasureStatus.WAITING || status == MeasureStatus.RUNNING;
    }

    /** The last day it may hold, counted from that one; 29 February ends on the 28th. */
    public LocalDate latest(LocalDate from) {
        return from.plusYears(mostYears);
    }

    Measure at(int now) {
        return with(now, startsOn, endsOn, releasedOn, releaseReason, lifted);
    }

    /** First in the queue from that day on, for as long as the law lets it. */
    Measure begun(LocalDate on) {
        return with(FIRST, on, latest(on), null, null, lifted);
    }

    Measure until(LocalDate end) {
        return with(place, startsOn, end, releasedOn, releaseReason, lifted);
    }

    Measure released(LocalDate on, String reason) {
        return with(place, startsOn, endsOn, on, reason, lifted);
    }

    /** The rest stays held, in its place and for its time. */
    Measure without(Lifted more) {
        return with(place, startsOn, endsOn, releasedOn, releaseReason, more);
    }

    private Measure with(
            int nowPlace,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate released,
            @Nullable String reason,
            Lifted gone) {
        return new Measure(
                id,
                courtId,
                caseId,
                assetId,
                kind,
                otherCourt,
                document,
                takenOn,
                mostYears,
                nowPlace,
                from,
                to,
                released,
                reason,
                gone,
                version);
    }
}
