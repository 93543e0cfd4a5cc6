package org.zhixing.clock.rules;

/** Who hears of an overdue node. */
public enum NoticeTarget {
    /** The persons responsible for the node. */
    RESPONSIBLE,
    NODE_CONTROL,
    /** The leader of the responsible persons' team. */
    TEAM_LEADER,
    DIRECTOR,
    PRESIDENT
}
