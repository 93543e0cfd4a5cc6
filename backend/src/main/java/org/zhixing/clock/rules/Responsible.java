package org.zhixing.clock.rules;

/** Who answers for a node. */
public enum Responsible {
    /** The case's executor. */
    EXECUTOR,
    /** The case's judge. */
    JUDGE,
    /** The case's judge and executor. */
    HANDLERS,
    AFFAIRS_TEAM,
    SPECIAL_TEAM,
    /** The executor a task slip names. */
    SLIP_EXECUTOR,
    FUNDS_DESK,
    /** Whoever a notice is addressed to. */
    ADDRESSEE
}
