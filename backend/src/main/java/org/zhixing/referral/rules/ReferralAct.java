package org.zhixing.referral.rules;

/** What may be done to a referral: the judge approves or refuses, who asked takes it back. */
public enum ReferralAct {
    APPROVE,
    REFUSE,
    WITHDRAW
}
