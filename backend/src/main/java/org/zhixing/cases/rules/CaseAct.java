package org.zhixing.cases.rules;

/** What can be done to a case; who may, and when, is {@link CasePermits}'s to say. */
public enum CaseAct {
    EDIT,
    OVERRIDE,
    REASSIGN,
    ASK_TRANSFER,
    DECIDE_TRANSFER,
    CARRY_OUT_TRANSFER,
    CLOSE,
    ARCHIVE,
    ASK_SUSPENSION
}
