package org.zhixing.archive.rules;

/** How far a loan has come; that its time is over follows from its last day. */
public enum LoanStatus {
    ASKED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    RETURNED
}
