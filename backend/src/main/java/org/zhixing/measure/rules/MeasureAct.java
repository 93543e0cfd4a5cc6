package org.zhixing.measure.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a measure, and its paper.
 *
 * @param no counts the measure's acts from 1
 * @param by null for what was written down before acts were kept
 * @param document the paper's number
 * @param itemId the paper in the e-file; null while it is not there
 * @param endsOn the last day that a taking or a renewal gave
 * @param amount CNY that a partial release gave up
 * @param part what of the property a partial release gave up
 */
public record MeasureAct(
        UUID measureId,
        int no,
        Kind kind,
        LocalDate on,
        @Nullable UUID by,
        @Nullable String document,
        @Nullable UUID itemId,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal amount,
        @Nullable String part,
        @Nullable String reason) {

    /** With its paper. */
    public MeasureAct with(String number, @Nullable UUID item) {
        return new MeasureAct(measureId, no, kind, on, by, number, item, endsOn, amount, part, reason);
    }

    /** 采取、续行、部分解除、解除. */
    public enum Kind {
        TAKEN,
        RENEWED,
        PART_RELEASED,
        RELEASED
    }
}
