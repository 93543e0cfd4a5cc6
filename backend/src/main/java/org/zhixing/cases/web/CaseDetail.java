package org.zhixing.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseAct;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.clock.NodeView;
import org.zhixing.clock.rules.ClockWarning;
import org.zhixing.ledger.AccountView;
import org.zhixing.triage.MatchView;
import org.zhixing.triage.TransferView;

/** A case with everything its page shows. */
@Schema(name = "CaseDetail")
public record CaseDetail(
        UUID id,
        @Schema(examples = "(2022)豫0505执123号") String number,
        CaseKind kind,
        String cause,
        Matter matter,

        @Schema(description = "CNY to the fen; null where no amount is known", examples = "100000.00") @Nullable
        String claimAmount,

        LocalDate filedOn,
        @Nullable LocalDate firstFiledOn,

        @Schema(description = "Null until the triage desk has decided") @Nullable
        Team team,

        CaseStatus status,
        List<String> applicants,
        List<String> respondents,
        @Nullable PersonRef judge,
        @Nullable PersonRef executor,
        @Nullable LocalDate nextDueOn,
        boolean overdue,
        Facts facts,
        List<PartyView> parties,
        TriageView triage,
        @Nullable OverrideView override,
        List<NodeView> nodes,

        @Schema(description = "Where the case's clocks pull apart, the gravest first")
        List<ClockWarning> clockWarnings,

        List<TransferView> transfers,

        @Schema(description = "The last court date on which a transfer may be asked; null where none may be") @Nullable
        LocalDate transferLastDay,

        AccountView account,
        @Nullable ClosureView closure,

        @Schema(description = "Null until the archive desk took it in") @Nullable
        ArchivingView archiving,

        @Schema(description = "What the caller may do now") List<CaseAct> allowed,
        int version) {

    /** The facts triage rests on, beside kind, matter, amount and dates. */
    @Schema(name = "CaseFlags")
    public record Facts(
            boolean enterpriseParty,
            boolean preserved,
            boolean fourChecksSufficient,
            boolean auctionNeeded,
            boolean refusalOrCriminal) {}

    /** A party; ID number, phone and address are masked except to the case's handlers. */
    @Schema(name = "Party")
    public record PartyView(
            UUID id,
            PartyRole role,
            PartyKind kind,
            String name,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String address) {}

    /** What the rules say of the case, by which version and when. */
    @Schema(name = "CaseTriage")
    public record TriageView(
            @Nullable Team team,
            String rule,
            @Schema(examples = "一(一)1") String clause,
            List<MatchView> matched,
            int policyVersion,
            LocalDate decidedOn) {}

    /** The triage desk's own choice. */
    @Schema(name = "CaseOverride")
    public record OverrideView(@Nullable Team from, Team to, String reason, String by, Instant at) {}

    /** Who took its volume into the archive, and when; the volume takes no more changes. */
    @Schema(name = "Archiving")
    public record ArchivingView(LocalDate on, PersonRef by) {}

    /** How and when it was closed. */
    @Schema(name = "Closure")
    public record ClosureView(
            ClosureManner manner,
            LocalDate closedOn,
            @Nullable String reason) {
        static @Nullable ClosureView from(EnforcementCase.@Nullable Closure c) {
            return c == null ? null : new ClosureView(c.manner(), c.closedOn(), c.reason());
        }
    }
}
