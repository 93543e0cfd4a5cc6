package org.zhixing.measure.rules;

/** How a measure stands on a day; derived, never set. */
public enum MeasureStatus {
    /** 轮候: others stand before it, and no time runs. */
    WAITING,
    RUNNING,
    /** 已失效: its time ran out and nobody renewed it. */
    EXPIRED,
    RELEASED
}
