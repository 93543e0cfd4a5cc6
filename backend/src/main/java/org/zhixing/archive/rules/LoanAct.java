package org.zhixing.archive.rules;

/** What may be done to a loan: the director approves or refuses, who asked takes it back, what was lent is given back. */
public enum LoanAct {
    APPROVE,
    REFUSE,
    WITHDRAW,
    RETURN
}
