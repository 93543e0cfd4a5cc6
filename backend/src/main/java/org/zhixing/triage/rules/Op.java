package org.zhixing.triage.rules;

/** How a fact is compared. A fact that is not known matches nothing. */
public enum Op {
    /** The word or flag is the value. */
    IS,
    LT,
    LTE,
    GT,
    GTE,
    /** The date plus that many years is before the filing; exactly that many years is not more. */
    EARLIER_BY_MORE_THAN_YEARS
}
