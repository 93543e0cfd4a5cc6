package org.zhixing.ledger.rules;

/** Whether the bank has answered for every payment of a batch. */
public enum BatchStatus {
    ORDERED,
    SETTLED
}
