package org.zhixing.cases.rules;

/** A case is open from its filing until it is closed in one of the {@link ClosureManner}s. */
public enum CaseStatus {
    OPEN,
    CLOSED
}
