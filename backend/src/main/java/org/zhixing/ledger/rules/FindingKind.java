package org.zhixing.ledger.rules;

/** What may be wrong with the books. Each of them must never be found. */
public enum FindingKind {
    /** An account's balance is not what its entries make it. */
    ACCOUNT_BALANCE,
    /** A transaction's sides differ, or it has not the entries it says. */
    TRANSACTION,
    /** The bank's account is not the sum of all that the court owes. */
    COURT_SUM,
    /** A case's account is not what it received less what was ordered and paid. */
    CASE_FUNDS,
    /** What a receipt has reserved is not what its applications and orders make. */
    RECEIPT_RESERVED,
    /** What a receipt has paid is not what its payments make. */
    RECEIPT_PAID,
    /** A receipt without a transaction that stands and brought its amount to the case. */
    RECEIPT_BOOKED,
    /** Suspense is not the sum of what nobody has claimed. */
    SUSPENSE_SUM,
    /** What is on its way out is not the sum of the orders that the bank has not carried out. */
    PAYING_SUM,
    /** Money in the statement that the ledger does not have, or has with another amount. */
    LINE_BOOKED,
    /** Money out that is tied to a payment of another amount, or to one that is not paid. */
    LINE_PAYMENT,
    /** What is carried forward past a closed month is not what the lines and entries before make it. */
    CARRIED
}
