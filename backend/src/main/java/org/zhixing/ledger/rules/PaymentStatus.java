package org.zhixing.ledger.rules;

/** How far the payment to one payee has come. */
public enum PaymentStatus {
    APPLIED,
    ORDERED,
    PAID,
    /** 退票: the money is back on the case. */
    BOUNCED,
    /** Refused or withdrawn before the bank was ordered. */
    DROPPED;

    public boolean settled() {
        return this == PAID || this == BOUNCED;
    }
}
