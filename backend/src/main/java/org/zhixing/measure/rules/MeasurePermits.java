package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be done to a measure on a day, and why not. */
public final class MeasurePermits {
    public static final String CLAUSE = "民诉法解释（2022）第485条";

    private MeasurePermits() {}

    /** A code of the catalogue with the facts that fill its sentence. */
    public record Denial(String code, List<Object> facts) {}

    /** @param endsOn null for as long as the law lets it */
    public static Optional<Denial> denyTaking(Measure taken, @Nullable LocalDate endsOn, LocalDate today) {
        if (taken.takenOn().isAfter(today)) {
            return no("measure-not-yet", today);
        }
        return endsOn == null ? Optional.empty() : outside(taken, taken.takenOn(), endsOn);
    }

    /** Asked before the end, counted from it, and never shorter than what holds already. */
    public static Optional<Denial> denyRenewing(Measure measure, LocalDate endsOn, LocalDate today) {
        LocalDate end = measure.endsOn();
        return switch (measure.status(today)) {
            case WAITING -> no("measure-waiting", measure.place());
            case EXPIRED, RELEASED -> ended(measure);
            case RUNNING ->
                end == null || measure.otherCourt() != null ? no("measure-other-court") : outside(measure, end, endsOn);
        };
    }

    public static Optional<Denial> denyReleasing(Measure measure, LocalDate today) {
        return measure.stands(today) ? Optional.empty() : ended(measure);
    }

    /**
     * An amount or a part, and something must stay held: for all of it there is the release.
     *
     * @param value what the asset is worth in CNY; null where nobody knows
     */
    public static Optional<Denial> denyReleasingPart(
            Measure measure,
            @Nullable BigDecimal value,
            @Nullable BigDecimal amount,
            @Nullable String part,
            LocalDate today) {
        if (!measure.stands(today)) {
            return ended(measure);
        }
        if (amount == null && part == null) {
            return no("measure-part-what");
        }
        if (amount == null) {
            return Optional.empty();
        }
        if (value == null) {
            return no("measure-part-unvalued");
        }
        BigDecimal held = measure.lifted().rest(value);
        return amount.compareTo(held) < 0
                ? Optional.empty()
                : no(
                        "measure-part-all",
                        amount.setScale(2).toPlainString(),
                        held.setScale(2).toPlainString());
    }

    private static Optional<Denial> ended(Measure measure) {
        LocalDate released = measure.releasedOn();
        LocalDate ends = measure.endsOn();
        return no("measure-ended", String.valueOf(released == null ? ends : released));
    }

    private static Optional<Denial> outside(Measure measure, LocalDate from, LocalDate endsOn) {
        return endsOn.isAfter(from) && !endsOn.isAfter(measure.latest(from))
                ? Optional.empty()
                : no("measure-term", from, measure.latest(from), measure.mostYears());
    }

    private static Optional<Denial> no(String code, Object... facts) {
        return Optional.of(new Denial(code, List.of(facts)));
    }
}
