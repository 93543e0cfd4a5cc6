package org.zhixing.clock.rules;

/** What a period is counted in. */
public enum PeriodUnit {
    /** Calendar days. */
    DAY,
    /** Working days: neither weekends nor statutory holidays, but adjusted working weekends (调休). */
    WORKDAY,
    /** Months, ending on the same-numbered day or on the month's last. */
    MONTH
}
