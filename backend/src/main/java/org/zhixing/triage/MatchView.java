package org.zhixing.triage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.access.rules.Team;
import org.zhixing.triage.rules.TriageDecision;

/** A rule that matched, in the order tried. */
@Schema(name = "TriageMatch")
public record MatchView(
        int order, String rule, @Schema(examples = "一(一)1") String clause, Team team) {
    public static MatchView from(TriageDecision.Match m) {
        return new MatchView(m.order(), m.rule(), m.clause(), m.team());
    }
}
