package org.zhixing.slip.rules;

/** Why an act on a slip is not possible, by the key of its sentence in the problems' catalogue. */
public enum Obstacle {
    /** The dispatch is the judge's of the case to sign (clause 一(五)). */
    NOT_JUDGE("task-slip-not-judge"),
    /** Somebody else's step. */
    NOT_YOURS("task-slip-not-yours"),
    /** The slip has not come to it, or has gone past it. */
    NOT_THERE("task-slip-not-there"),
    /** Its clock is stopped by evidence only. */
    NO_EVIDENCE("task-slip-no-evidence");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
