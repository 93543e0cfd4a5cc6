package org.zhixing.triage.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.Checked;
import org.zhixing.cases.rules.ClaimAmount;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.Reason;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.triage.MatchView;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.CaseFacts;
import org.zhixing.triage.rules.TriageDecision;

/** Tries the triage rules on facts, without filing anything. */
@Path("/api/v1/triage")
@Tag(name = "triage")
public class TriageResource {
    private final Actors actors;
    private final Triage triage;
    private final Database database;

    TriageResource(Actors actors, Triage triage, Database database) {
        this.actors = actors;
        this.triage = triage;
        this.database = database;
    }

    /** The facts; what is left out is not known, or false. */
    @Schema(name = "TriageFacts")
    public record Facts(
            @NotNull CaseKind kind,
            @Nullable Matter matter,

            @Schema(
                    description = "CNY, at most two decimals, as a string or a number",
                    implementation = String.class,
                    examples = "100000.00")
            @Nullable
            JsonNode claimAmount,

            boolean enterpriseParty,
            boolean preserved,
            boolean fourChecksSufficient,
            boolean auctionNeeded,
            boolean refusalOrCriminal,
            @Nullable LocalDate firstFiledOn,
            @NotNull LocalDate filedOn) {

        CaseFacts facts() {
            LocalDate first = firstFiledOn;
            if (first != null && first.isAfter(filedOn)) {
                throw Refusal.field("firstFiledOn", first, "register/FIRST_FILED_AFTER_FILED", first, filedOn);
            }
            return new CaseFacts(
                    kind,
                    matter,
                    amount(claimAmount),
                    enterpriseParty,
                    preserved,
                    fourChecksSufficient,
                    auctionNeeded,
                    refusalOrCriminal,
                    first,
                    filedOn);
        }

        private static @Nullable BigDecimal amount(@Nullable JsonNode node) {
            if (node == null || node.isNull() || node.asText().isBlank()) {
                return null;
            }
            Checked<BigDecimal> checked =
                    node.isNumber() ? ClaimAmount.check(node.decimalValue()) : ClaimAmount.check(node.asText());
            checked.refused().ifPresent(reason -> refuse(node, reason));
            return checked.orThrow();
        }

        private static void refuse(JsonNode node, Reason reason) {
            throw Refusal.field(
                    "claimAmount",
                    node.asText(),
                    "register/" + reason.code(),
                    reason.params().toArray());
        }
    }

    /** Where the case would go, and why. */
    @Schema(name = "TriageAnswer")
    public record Answer(
            @Schema(description = "Null where a person at the triage desk decides") @Nullable
            Team team,

            @Schema(examples = "UP_TO_100000") String rule,
            @Schema(examples = "一(一)1") String clause,
            List<MatchView> matched,
            FactsView facts) {
        static Answer from(TriageDecision d) {
            return new Answer(
                    d.team(),
                    d.rule(),
                    d.clause(),
                    d.matched().stream().map(MatchView::from).toList(),
                    FactsView.from(d.facts()));
        }
    }

    /** The facts as the rules used them. */
    @Schema(name = "TriageFactsUsed")
    public record FactsView(
            CaseKind kind,
            @Nullable Matter matter,
            @Nullable String claimAmount,
            boolean enterpriseParty,
            boolean preserved,
            boolean fourChecksSufficient,
            boolean auctionNeeded,
            boolean refusalOrCriminal,
            @Nullable LocalDate firstFiledOn,
            LocalDate filedOn) {
        static FactsView from(CaseFacts f) {
            BigDecimal amount = f.claimAmount();
            return new FactsView(
                    f.kind(),
                    f.matter(),
                    amount == null ? null : amount.setScale(2).toPlainString(),
                    f.enterpriseParty(),
                    f.preserved(),
                    f.fourChecksSufficient(),
                    f.auctionNeeded(),
                    f.refusalOrCriminal(),
                    f.firstFiledOn(),
                    f.filedOn());
        }
    }

    @POST
    @Path("preview")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.ADMIN, Roles.INTEGRATION
    })
    @Operation(
            operationId = "previewTriage",
            summary = "Which team a case with these facts goes to, and every rule that matches",
            description = "By the version of the triage table in force on filedOn. Nothing is stored.")
    public Uni<Answer> preview(@NotNull @Valid Facts asked) {
        CaseFacts facts = asked.facts();
        return actors.current()
                .chain(actor -> triage.table(database.reading(), actor.courtId()))
                .map(table -> Answer.from(table.decide(facts)));
    }
}
