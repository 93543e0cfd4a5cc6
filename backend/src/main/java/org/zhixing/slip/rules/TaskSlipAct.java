package org.zhixing.slip.rules;

import java.util.Locale;

/** Acts on a task slip. */
public enum TaskSlipAct {
    ASK,
    SIGN,
    RECEIVE,
    ASSIGN,
    HAND_IN,
    ACCEPT,
    RETURN,
    CANCEL,
    /** Its node was proved in the volume before anybody was sent. */
    PROVE,
    /** That proof was removed: it stands where it stood. */
    REOPEN;

    /** The name in notices and on the timeline, e.g. {@code task-slip.hand-in}. */
    public String topic() {
        return "task-slip." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
