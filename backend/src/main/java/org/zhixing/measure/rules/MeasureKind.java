package org.zhixing.measure.rules;

/** 查封、冻结、扣押. */
public enum MeasureKind {
    SEIZE,
    FREEZE,
    DETAIN
}
