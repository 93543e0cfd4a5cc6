package org.zhixing.supervise.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a slip and what node control made of it. Dates are court dates.
 *
 * @param round 1 for the first answer, 2 for the one after it was sent back, and so on
 * @param answerDue the last day in time of this round
 */
public record SlipAnswer(
        UUID id,
        UUID slipId,
        int round,
        String text,
        @Nullable UUID fileId,
        LocalDate answerDue,
        UUID answeredBy,
        LocalDate answeredOn,
        @Nullable Decision decision,
        @Nullable UUID decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason) {

    /** What node control made of an answer. */
    public enum Decision {
        CONFIRMED,
        RETURNED
    }

    /** Calendar days after the day it was due; 0 in time. */
    public int daysLate() {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(answerDue, answeredOn)));
    }

    public SlipAnswer decided(Decision how, UUID by, LocalDate on, @Nullable String why) {
        return new SlipAnswer(id, slipId, round, text, fileId, answerDue, answeredBy, answeredOn, how, by, on, why);
    }
}
