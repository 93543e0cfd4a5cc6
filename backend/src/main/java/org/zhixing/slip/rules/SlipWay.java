package org.zhixing.slip.rules;

/** Who carries a slip's work out. */
public enum SlipWay {
    /** The affairs team's officers, for a team of this court. */
    HERE,
    /** Another court, on our letter (委托). */
    OUT,
    /** The affairs team's officers, on another court's letter (受托). */
    IN
}
