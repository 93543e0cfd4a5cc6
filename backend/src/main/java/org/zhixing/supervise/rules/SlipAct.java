package org.zhixing.supervise.rules;

/** Acts on a supervision slip. */
public enum SlipAct {
    ANSWER,
    CONFIRM,
    RETURN,
    WITHDRAW
}
