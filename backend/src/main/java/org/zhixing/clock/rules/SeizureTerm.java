package org.zhixing.clock.rules;

/** How long a measure lasts from the day it is taken (民诉法解释 2022 art. 485); SEIZURE_EXPIRY is counted back from its end. */
public record SeizureTerm(Property property, int years) {

    /** What is seized. */
    public enum Property {
        DEPOSIT,
        MOVABLE,
        REAL_ESTATE_OR_OTHER_RIGHT
    }

    public SeizureTerm {
        if (years < 1) {
            throw new IllegalArgumentException(property + ": a measure lasts 1 year or more, not " + years);
        }
    }
}
