package org.zhixing.referral.rules;

/** How far a referral has come. */
public enum ReferralStatus {
    OPEN,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
