package org.zhixing.ledger.rules;

import java.util.Collection;
import java.util.Optional;

/** How far a disbursement has come; it follows from its steps and its payments. */
public enum DisbursementStatus {
    APPLIED,
    JUDGE_APPROVED,
    /** Waits for the president, whom only large sums need. */
    DIRECTOR_APPROVED,
    APPROVED,
    ORDERED,
    PAID,
    PARTLY_PAID,
    BOUNCED,
    REFUSED,
    WITHDRAWN;

    /** The step that it waits for; empty once the bank has its order or it has ended. */
    public Optional<DisbursementStep> awaits() {
        return switch (this) {
            case APPLIED -> Optional.of(DisbursementStep.JUDGE);
            case JUDGE_APPROVED -> Optional.of(DisbursementStep.DIRECTOR);
            case DIRECTOR_APPROVED -> Optional.of(DisbursementStep.PRESIDENT);
            case APPROVED -> Optional.of(DisbursementStep.PAY);
            default -> Optional.empty();
        };
    }

    /** After the approval that it waits for. */
    public DisbursementStatus approved(boolean needsPresident) {
        return switch (this) {
            case APPLIED -> JUDGE_APPROVED;
            case JUDGE_APPROVED -> needsPresident ? DIRECTOR_APPROVED : APPROVED;
            case DIRECTOR_APPROVED -> APPROVED;
            default -> throw new IllegalStateException("Nothing to approve: " + this);
        };
    }

    /** Of one whose payments were ordered: by what became of each of them. */
    public static DisbursementStatus of(Collection<PaymentStatus> payments) {
        if (payments.stream().anyMatch(each -> !each.settled())) {
            return ORDERED;
        }
        boolean paid = payments.contains(PaymentStatus.PAID);
        boolean bounced = payments.contains(PaymentStatus.BOUNCED);
        return paid && bounced ? PARTLY_PAID : paid ? PAID : BOUNCED;
    }
}
