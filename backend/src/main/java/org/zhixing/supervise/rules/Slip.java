package org.zhixing.supervise.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * A supervision slip (督办单, clause 二(四)): node control demands an answer about one node by a day, and confirms it or
 * sends it back. All dates are court dates in Asia/Shanghai; an answer is in time until 24:00 of {@code answerDue}.
 *
 * @param caseTeam the case's team today
 * @param answers every answer, the first one first
 * @param nextNoticeOn the day from which a notice is owed if no answer is there by then
 * @param noticeCount notices given since the present answer day was set
 */
public record Slip(
        UUID id,
        int courtId,
        SlipNumber number,
        UUID caseId,
        String caseNumber,
        @Nullable Team caseTeam,
        UUID nodeId,
        String reason,
        UUID issuedBy,
        LocalDate issuedOn,
        LocalDate answerDue,
        SlipStatus status,
        @Nullable Withdrawal withdrawal,
        LocalDate nextNoticeOn,
        int noticeCount,
        List<SlipAnswer> answers,
        int version) {
    public static final String CLAUSE = "二(四)";

    public Slip {
        answers = List.copyOf(answers);
    }

    /** Why it is void. */
    public record Withdrawal(UUID by, LocalDate on, String reason) {}

    /** True if an answer is owed and its day has passed. */
    public boolean late(LocalDate today) {
        return status.awaitsAnswer() && today.isAfter(answerDue);
    }

    /** Calendar days the answer is late by today; 0 if none is owed or there is time left. */
    public int daysLate(LocalDate today) {
        return late(today) ? Math.toIntExact(ChronoUnit.DAYS.between(answerDue, today)) : 0;
    }

    /** The answer that was given last, or null. */
    public @Nullable SlipAnswer lastAnswer() {
        return answers.isEmpty() ? null : answers.get(answers.size() - 1);
    }

    public Slip answered() {
        return with(SlipStatus.ANSWERED, answerDue, withdrawal, nextNoticeOn, noticeCount);
    }

    public Slip confirmed() {
        return with(SlipStatus.CONFIRMED, answerDue, withdrawal, nextNoticeOn, noticeCount);
    }

    /** Sent back with a new day; its notices, if it comes to them, begin with the narrow circle again. */
    public Slip returned(LocalDate newAnswerDue) {
        return with(SlipStatus.RETURNED, newAnswerDue, withdrawal, newAnswerDue.plusDays(1), 0);
    }

    public Slip withdrawn(UUID by, LocalDate on, String why) {
        return with(SlipStatus.WITHDRAWN, answerDue, new Withdrawal(by, on, why), nextNoticeOn, noticeCount);
    }

    private Slip with(SlipStatus now, LocalDate due, @Nullable Withdrawal ending, LocalDate notice, int notices) {
        return new Slip(
                id,
                courtId,
                number,
                caseId,
                caseNumber,
                caseTeam,
                nodeId,
                reason,
                issuedBy,
                issuedOn,
                due,
                now,
                ending,
                notice,
                notices,
                answers,
                version);
    }
}
