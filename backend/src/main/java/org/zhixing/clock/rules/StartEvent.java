package org.zhixing.clock.rules;

/** What starts a node's clock; for the two that must act before a hard end, that end. */
public enum StartEvent {
    CASE_FILED,
    SLIP_RECEIVED,
    PROPERTY_FOUND,
    DETENTION_ENDS,
    REFUSAL_PAPERS_RECEIVED,
    OLD_CASE_PAPERS_RECEIVED,
    MONEY_RECEIVED,
    FILE_RETURNED,
    DELEGATION_RECEIVED,
    MEASURE_ENDS,
    MATTER_REFERRED
}
