package org.zhixing.ledger.rules;

/** What became of a line of the bank's results. */
public enum ResultOutcome {
    PAID,
    BOUNCED,
    /** Says again what is known; nothing changes. */
    SAME,
    /** Contradicts what is known, or what another line of the same file says. */
    CONFLICT,
    /** Names no payment of this batch. */
    UNKNOWN,
    /** Cannot be read, or lies in the future or before the order. */
    BAD
}
