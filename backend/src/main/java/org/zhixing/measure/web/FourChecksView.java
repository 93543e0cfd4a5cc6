package org.zhixing.measure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.measure.rules.CheckKind;
import org.zhixing.measure.rules.FourChecks;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.CaseFacts;
import org.zhixing.triage.rules.TriageDecision;

/** What the four checks found against the claim, and what that would mean for triage; the desk decides. */
@Schema(name = "FourChecks")
public record FourChecksView(
        FourChecks.Verdict verdict,

        @Schema(description = "CNY; null where the case has none", examples = "60000.00") @Nullable
        String claim,

        @Schema(description = "CNY of what the four checks found", examples = "350000.00")
        String counted,

        @Schema(description = "CNY by which that falls short of the claim", examples = "0.00")
        String shortBy,

        @Schema(description = "CNY that another court holds first: not counted", examples = "0.00")
        String behind,

        @Schema(description = "How many of what they found nobody has valued")
        int unvalued,

        @Schema(description = "The four, in their order") List<Check> checks,

        @Schema(description = "What the case's facts say: whether the four checks found enough")
        boolean recorded,

        @Schema(description = "Whether the figures say otherwise than the recorded fact")
        boolean differs,

        @Schema(description = "Where triage would send the case by the figures; null unless they differ from the fact")
        @Nullable
        Hint hint) {

    /** One of the four. */
    @Schema(name = "FourCheck")
    public record Check(
            CheckKind kind,

            @Schema(description = "Of how many respondents it was asked")
            int asked,

            @Schema(description = "How many respondents there are")
            int respondents,

            @Schema(description = "When it was asked last; null: never") @Nullable
            LocalDate lastOn,

            @Schema(description = "How many properties it found")
            int found,

            @Schema(description = "CNY of those that count") String value) {}

    /** Where triage would send the case. */
    @Schema(name = "FourChecksHint")
    public record Hint(
            @Schema(description = "Null: a person decides") @Nullable
            Team team,

            String rule,
            String clause,

            @Schema(description = "The team it has") @Nullable
            Team now) {}

    /** A case of which the figures say otherwise than its recorded fact. */
    @Schema(name = "FourChecksCase")
    public record OfCase(
            UUID caseId, String caseNumber, LocalDate filedOn, List<String> respondents, FourChecksView fourChecks) {}

    static FourChecksView from(FourChecks f, EnforcementCase c, Triage.Table table) {
        boolean recorded = c.row().fourChecksSufficient();
        boolean differs = f.differsFrom(recorded);
        BigDecimal claim = f.claim();
        return new FourChecksView(
                f.verdict(),
                claim == null ? null : text(claim),
                text(f.counted()),
                text(f.shortBy()),
                text(f.behind()),
                f.unvalued(),
                f.checks().stream()
                        .map(k -> new Check(k.kind(), k.asked(), k.of(), k.lastOn(), k.found(), text(k.value())))
                        .toList(),
                recorded,
                differs,
                differs ? hint(c, table, !recorded) : null);
    }

    private static Hint hint(EnforcementCase c, Triage.Table table, boolean sufficient) {
        TriageDecision decision = table.decide(CaseFacts.of(c.row()).withFourChecks(sufficient));
        return new Hint(decision.team(), decision.rule(), decision.clause(), c.team());
    }

    private static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
