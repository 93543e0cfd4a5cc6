package org.zhixing.clock.rules;

/** Days on which a case stands still, and why: of an approved suspension what the count needs to know. */
public record Standstill(SuspensionReason reason, Suspension days) {}
