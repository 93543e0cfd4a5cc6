package org.zhixing.clock.rules;

/** The fifteen monitored duties of clauses 一 and 二. */
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
    SEIZURE_EXPIRY
}
