package org.zhixing.clock.rules;

/** What stops a node's clock. */
public enum Stop {
    /** An e-file item of the node's category. */
    EVIDENCE,
    CASE_CLOSED,
    /** A receipt paid out in full. */
    PAID_OUT,
    /** A rectified volume accepted. */
    ACCEPTED,
    /** A delegation replied to. */
    REPLIED,
    /** A measure renewed or released. */
    RENEWED_OR_RELEASED,
    /** A referred matter decided by the judge. */
    DECIDED
}
