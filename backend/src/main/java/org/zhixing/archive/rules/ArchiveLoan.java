package org.zhixing.archive.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archived volume that somebody asked for (复印、查阅、外调, clause 二(五)), and what became of it. Dates are court dates.
 *
 * @param until the last day, inclusive
 * @param outside for whom an inquiry is made; null for what is lent within the court
 * @param decision of the director; stays when the volume is given back
 * @param end taken back before it was decided, or given back before its last day
 */
public record ArchiveLoan(
        UUID id,
        int courtId,
        Of of,
        LoanKind kind,
        String reason,
        LocalDate until,
        @Nullable Outside outside,
        LoanStatus status,
        UUID askedBy,
        LocalDate askedOn,
        @Nullable Decision decision,
        @Nullable End end,
        int version) {

    /** The case whose volume it is, with the pair who handled it. */
    public record Of(
            UUID id,
            String number,
            @Nullable UUID judgeId,
            @Nullable UUID executorId) {

        boolean handledBy(UUID person) {
            return person.equals(judgeId) || person.equals(executorId);
        }
    }

    /**
     * Who inquires from outside the court.
     *
     * @param body the office or firm that sent the person
     * @param letter the number of the letter that the person brought (介绍信)
     */
    public record Outside(String body, String person, String letter) {}

    /** Who decided, when, and why where it was refused. */
    public record Decision(UUID by, LocalDate on, @Nullable String reason) {}

    public record End(UUID by, LocalDate on) {}

    /** Whether the volume is lent on that day. */
    public boolean runs(LocalDate day) {
        return status == LoanStatus.APPROVED && !over(day);
    }

    /** Whether its last day has passed. */
    public boolean over(LocalDate day) {
        return day.isAfter(until);
    }

    /** Whether that person reads the volume by it on that day. */
    public boolean opensTo(UUID person, LocalDate day) {
        return kind.opens() && askedBy.equals(person) && runs(day);
    }

    public ArchiveLoan decided(LoanStatus how, Decision by) {
        return new ArchiveLoan(
                id, courtId, of, kind, reason, until, outside, how, askedBy, askedOn, by, end, version + 1);
    }

    public ArchiveLoan ended(LoanStatus how, End by) {
        return new ArchiveLoan(
                id, courtId, of, kind, reason, until, outside, how, askedBy, askedOn, decision, by, version + 1);
    }
}
