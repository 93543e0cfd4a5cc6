package org.zhixing.cases.rules;

/** What becomes of a row of the register. */
public enum RowOutcome {
    /** Its number is free: a case to be, or already filed by this import. */
    NEW,
    /** The stored case says the same. */
    SAME,
    /** The stored case says something else; nothing is changed. */
    CONFLICT,
    /** Something in it is wrong. */
    BAD
}
