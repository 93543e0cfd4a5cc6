package org.zhixing.clock.rules;

/** Where a last day goes that is a rest day. */
public enum RollOver {
    /** To the next working day (民事诉讼法 art. 85). */
    NEXT,
    /** Back to the last working day, for what must be done before a hard end. */
    PREVIOUS,
    /** It stays. */
    NONE
}
