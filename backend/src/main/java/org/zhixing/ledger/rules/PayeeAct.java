package org.zhixing.ledger.rules;

/** What can be done to a payee of a case. */
public enum PayeeAct {
    CONFIRM,
    DEACTIVATE
}
