package org.zhixing.slip.rules;

/** How far a task slip has come. */
public enum TaskSlipState {
    /** Waits for the judge's signature. */
    ASKED,
    /** The dispatch is ordered; waits for the affairs team. */
    SIGNED,
    /** Its clock runs; waits for officers. */
    RECEIVED,
    ASSIGNED,
    /** Waits for the case's handlers to accept it. */
    RESULT_IN,
    ACCEPTED,
    /** The officers must go again. */
    RETURNED,
    CANCELLED;

    public boolean ended() {
        return this == ACCEPTED || this == CANCELLED;
    }

    /** True while officers are to carry it out. */
    public boolean underWay() {
        return this == ASSIGNED || this == RETURNED;
    }
}
