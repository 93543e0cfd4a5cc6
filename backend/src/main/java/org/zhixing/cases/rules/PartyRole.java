package org.zhixing.cases.rules;

/** 申请执行人 or 被执行人. */
public enum PartyRole {
    APPLICANT,
    RESPONDENT
}
