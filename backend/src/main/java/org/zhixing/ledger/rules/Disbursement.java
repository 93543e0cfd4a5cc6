package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * Money of a case on its way to its payees (案款发放).
 *
 * @param ofCase the case as it stands today: its handlers decide, whoever they were when it was applied for
 * @param presidentAbove above this the president signs, too: the policy's figure when it was applied for
 */
public record Disbursement(
        UUID id,
        int courtId,
        String number,
        Case ofCase,
        BigDecimal amount,
        String reason,
        DisbursementStatus status,
        BigDecimal presidentAbove,
        int policyVersion,
        UUID appliedBy,
        LocalDate appliedOn,
        List<Taken> steps,
        List<Payment> payments,
        int version) {

    /** The case it belongs to. */
    public record Case(
            UUID id,
            String number,
            @Nullable Team team,
            @Nullable UUID judgeId,
            @Nullable UUID executorId,
            List<String> applicants,
            List<String> respondents) {

        public boolean handledBy(UUID person) {
            return person.equals(judgeId) || person.equals(executorId);
        }
    }

    /** A step that somebody took, or refused to take; an application refused was withdrawn. */
    public record Taken(
            DisbursementStep step,
            UUID personId,
            LocalDate on,
            boolean refused,
            @Nullable String reason) {}

    public boolean needsPresident() {
        return amount.compareTo(presidentAbove) > 0;
    }

    public Optional<Taken> takenBy(UUID person) {
        return steps.stream().filter(each -> each.personId().equals(person)).findFirst();
    }

    public Disbursement with(DisbursementStatus now) {
        return new Disbursement(
                id,
                courtId,
                number,
                ofCase,
                amount,
                reason,
                now,
                presidentAbove,
                policyVersion,
                appliedBy,
                appliedOn,
                steps,
                payments,
                version);
    }

    public Disbursement with(List<Payment> changed) {
        return new Disbursement(
                id,
                courtId,
                number,
                ofCase,
                amount,
                reason,
                status,
                presidentAbove,
                policyVersion,
                appliedBy,
                appliedOn,
                steps,
                changed,
                version);
    }

    /** Refused or withdrawn: none of its payments will be made. */
    public Disbursement dropped(DisbursementStatus how) {
        return with(how).with(payments.stream().map(Payment::dropped).toList());
    }

    /** The bank has its order; fees are paid already. */
    public Disbursement ordered(UUID batch, LocalDate today) {
        return settled(payments.stream().map(each -> each.ordered(batch, today)).toList());
    }

    /** With what became of its payments since. */
    public Disbursement settled(List<Payment> changed) {
        return with(changed)
                .with(DisbursementStatus.of(
                        changed.stream().map(Payment::status).toList()));
    }
}
