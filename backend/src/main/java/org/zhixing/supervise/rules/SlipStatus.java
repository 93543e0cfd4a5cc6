package org.zhixing.supervise.rules;

/** How far a supervision slip has come. */
public enum SlipStatus {
    /** Waits for its first answer. */
    ISSUED,
    /** Answered; node control confirms it or sends it back. */
    ANSWERED,
    /** Sent back; waits for a better answer. */
    RETURNED,
    CONFIRMED,
    WITHDRAWN;

    /** True while the addressee owes an answer. */
    public boolean awaitsAnswer() {
        return this == ISSUED || this == RETURNED;
    }

    public boolean ended() {
        return this == CONFIRMED || this == WITHDRAWN;
    }
}
