package org.zhixing.triage.rules;

import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * One rule of the triage table.
 *
 * @param order rules are tried in ascending order
 * @param rule a stable code, e.g. {@code UP_TO_100000}
 * @param clause the clause it rests on, as cited
 * @param enabled false where the court switched it off; documents older than the switch say nothing, which is on
 */
public record TriageRule(
        int order,
        String rule,
        Team team,
        String clause,
        String nameZh,
        String nameEn,
        Condition condition,
        @Nullable Boolean enabled) {

    public TriageRule {
        enabled = !Boolean.FALSE.equals(enabled);
    }

    public boolean on() {
        return !Boolean.FALSE.equals(enabled);
    }
}
