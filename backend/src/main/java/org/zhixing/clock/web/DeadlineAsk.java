package org.zhixing.clock.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.Deadline;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.RollOver;
import org.zhixing.clock.rules.Suspension;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Refusal.FieldError;

/** A period to be counted. Everything is checked before the rules see it, so that each wrong field gets its sentence. */
@Schema(name = "DeadlineRequest")
public record DeadlineAsk(
        @Schema(
                description = "Court date of the start event; itself not counted",
                required = true,
                examples = "2022-10-10")
        @Nullable
        LocalDate start,

        @Schema(description = "1 to 3660 days or working days, 1 to 120 months", required = true, examples = "40")
        @Nullable
        Integer period,

        @Schema(required = true) @Nullable PeriodUnit unit,

        @Schema(description = "Days not counted, in any order; overlapping ones are united") @Nullable
        List<@Nullable Span> suspensions,

        @Schema(description = "Where a last day goes that is a rest day", defaultValue = "NEXT") @Nullable
        RollOver rollOver) {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** Days {@code [from, resume)} that are not counted. */
    @Schema(name = "SuspensionRequest")
    public record Span(
            @Schema(description = "The first day not counted", required = true, examples = "2022-10-20") @Nullable
            LocalDate from,

            @Schema(description = "The first day counted again, after from", required = true, examples = "2022-11-03")
            @Nullable
            LocalDate resume) {}

    /** The rule and its inputs; 400 with every wrong field otherwise. */
    Deadline deadline() {
        List<FieldError> errors = new ArrayList<>();
        LocalDate from = date("start", start, errors);
        PeriodUnit in = unit == null ? PeriodUnit.DAY : unit;
        if (unit == null) {
            errors.add(FieldError.of("unit", null, "field.required"));
        }
        int count = period(in, errors);
        List<Suspension> spans = spans(errors);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return new Deadline(from, count, in, spans, rollOver == null ? RollOver.NEXT : rollOver);
    }

    private int period(PeriodUnit in, List<FieldError> errors) {
        int most = in == PeriodUnit.MONTH ? Deadline.MOST_MONTHS : Deadline.MOST_DAYS;
        if (period == null) {
            errors.add(FieldError.of("period", null, "field.required"));
        } else if (period < 1 || period > most) {
            errors.add(FieldError.of("period", period, "field.range", 1, most));
        } else {
            return period;
        }
        return 1;
    }

    private List<Suspension> spans(List<FieldError> errors) {
        List<Suspension> spans = new ArrayList<>();
        List<@Nullable Span> asked = suspensions == null ? List.of() : suspensions;
        if (asked.size() > Deadline.MOST_SUSPENSIONS) {
            errors.add(FieldError.of("suspensions", asked.size(), "field.items", Deadline.MOST_SUSPENSIONS));
            return spans;
        }
        for (int i = 0; i < asked.size(); i++) {
            String field = "suspensions[" + i + "]";
            Span span = asked.get(i);
            if (span == null) {
                errors.add(FieldError.of(field, null, "field.required"));
                continue;
            }
            int before = errors.size();
            LocalDate from = date(field + ".from", span.from(), errors);
            LocalDate resume = date(field + ".resume", span.resume(), errors);
            if (errors.size() == before && !resume.isAfter(from)) {
                errors.add(FieldError.of(field + ".resume", resume, "deadline.resume", from));
            } else if (errors.size() == before) {
                spans.add(new Suspension(from, resume));
            }
        }
        long days = Suspension.days(spans);
        if (days > Deadline.MOST_DAYS) {
            errors.add(FieldError.of("suspensions", days, "deadline.suspended", Deadline.MOST_DAYS));
        }
        return spans;
    }

    /** The date, or a harmless one where an error was added. */
    private static LocalDate date(String field, @Nullable LocalDate date, List<FieldError> errors) {
        if (date == null) {
            errors.add(FieldError.of(field, null, "field.required"));
        } else if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            errors.add(FieldError.of(field, date, "field.range", FIRST, LAST));
        } else {
            return date;
        }
        return FIRST;
    }
}
