package org.zhixing.triage.rules;

import org.zhixing.access.rules.Team;

/**
 * One rule of the triage table.
 *
 * @param order rules are tried in ascending order
 * @param rule a stable code, e.g. {@code UP_TO_100000}
 * @param clause the clause it rests on, as cited
 */
public record TriageRule(
        int order, String rule, Team team, String clause, String nameZh, String nameEn, Condition condition) {}
