package org.zhixing.clock.rules;

/** The monitored duties of clauses 一 and 二: the fifteen that the regulation times, and what waits for a judge. */
public enum NodeCode {
    FIRST_INTERVIEW,
    OFFLINE_ASSET_QUERY,
    OFFLINE_MEASURE,
    PROPERTY_DISPOSAL,
    CLOSE_FAST,
    CLOSE_ORDINARY,
    CLOSE_STATUTORY,
    PRESERVATION,
    DETAINEE_QUERY,
    REFUSAL_CLUE,
    OLD_CASE,
    DISBURSE,
    RECTIFY_FILE,
    DELEGATION,
    SEIZURE_EXPIRY,
    /** A matter that the executor referred to the judge (报请, 一(五)). */
    REFERRAL
}
