package org.zhixing.slip.rules;

import java.util.Comparator;

/** How many slips stand at a state, and how many of them are late. */
public record TaskSlipCount(TaskSlipState state, int count, int late) implements Comparable<TaskSlipCount> {
    @Override
    public int compareTo(TaskSlipCount other) {
        return Comparator.comparing(TaskSlipCount::state).compare(this, other);
    }
}
