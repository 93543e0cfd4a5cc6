package org.zhixing.ledger.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The one account of a case (一案一账户); the balance is CNY, exact to the fen. */
public record CaseAccount(
        UUID id, UUID caseId, String virtualNumber, BigDecimal balance, LocalDate openedOn, Money money) {

    /**
     * Where the case's money is.
     *
     * @param received all receipts that stand
     * @param reserved in applications that the bank is not ordered to pay yet: still in the balance
     * @param inTransit ordered, and not carried out by the bank yet: no longer in the balance
     * @param paid carried out by the bank, or taken as a fee
     */
    public record Money(BigDecimal received, BigDecimal reserved, BigDecimal inTransit, BigDecimal paid) {}

    /** What may still be applied for. */
    public BigDecimal free() {
        return balance.subtract(money.reserved());
    }

    /** Whether nothing is left of the case's money, neither on the account nor on its way. */
    public boolean settled() {
        return balance.signum() == 0
                && money.reserved().signum() == 0
                && money.inTransit().signum() == 0;
    }
}
