package org.zhixing.clock.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.rules.Deadline;
import org.zhixing.clock.rules.SuspensionReason;
import org.zhixing.flow.SuspendCase;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Refusal.FieldError;

/** Days of a case that shall not be counted. */
@Schema(name = "SuspensionAsk")
public record SuspensionAsk(
        @Schema(required = true) @Nullable SuspensionReason reason,

        @Schema(description = "The first day not counted; may be past", required = true, examples = "2022-10-20")
        @Nullable
        LocalDate from,

        @Schema(description = "The first day counted again, after from; absent while nobody knows it") @Nullable
        LocalDate resume,

        @Schema(description = "What it rests on, up to 500 characters", examples = "被执行人下落不明，公告送达") @Nullable
        String note) {

    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final int LONGEST_NOTE = 500;

    /** What is asked; 400 with every wrong field otherwise. */
    SuspendCase.Wish wish() {
        List<FieldError> errors = new ArrayList<>();
        if (reason == null) {
            errors.add(FieldError.of("reason", null, "field.required"));
        }
        if (from == null) {
            errors.add(FieldError.of("from", null, "field.required"));
        } else if (from.isAfter(LAST)) {
            errors.add(FieldError.of("from", from, "field.latest", LAST));
        } else if (resume != null && !resume.isAfter(from)) {
            errors.add(FieldError.of("resume", resume, "deadline.resume", from));
        } else if (resume != null && ChronoUnit.DAYS.between(from, resume) > Deadline.MOST_DAYS) {
            errors.add(FieldError.of("resume", resume, "deadline.suspended", Deadline.MOST_DAYS));
        }
        String why = note == null ? "" : note.strip();
        if (why.length() > LONGEST_NOTE) {
            errors.add(FieldError.of("note", why.length(), "field.length", LONGEST_NOTE));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return new SuspendCase.Wish(Objects.requireNonNull(reason), Objects.requireNonNull(from), resume, why);
    }
}
