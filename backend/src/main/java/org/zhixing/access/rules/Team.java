package org.zhixing.access.rules;

/** The four enforcement teams of clause 一: 快执, 普执, 特执 and 事务集约. */
public enum Team {
    FAST,
    ORDINARY,
    SPECIAL,
    AFFAIRS
}
