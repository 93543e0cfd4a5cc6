package org.zhixing.clock.rules;

/** What the court's calendar says of a day. */
public enum DayKind {
    WORKDAY,
    /** A weekend day on which work is made up (调休上班). */
    ADJUSTED_WORKDAY,
    WEEKEND,
    /** A day off of a statutory holiday, weekend days within it included. */
    HOLIDAY;

    public boolean works() {
        return this == WORKDAY || this == ADJUSTED_WORKDAY;
    }
}
