package org.zhixing.clock.rules;

/** What a node is today; derived by {@link NodeStates}, never stored. */
public enum NodeState {
    PENDING,
    DUE_SOON,
    OVERDUE,
    SUSPENDED,
    DONE,
    DONE_LATE,
    CANCELLED
}
