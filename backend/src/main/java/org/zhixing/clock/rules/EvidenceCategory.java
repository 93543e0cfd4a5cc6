package org.zhixing.clock.rules;

/** The category of the e-file item that proves a node done. */
public enum EvidenceCategory {
    INTERVIEW_RECORD,
    OFFLINE_QUERY_RESULT,
    OFFLINE_MEASURE_RESULT,
    DISPOSAL_RECORD,
    PRESERVATION_RECORD,
    DETAINEE_QUERY_RESULT,
    REFUSAL_CLUE_REPORT,
    OLD_CASE_RECORD
}
