package org.zhixing.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.EvidenceCategory;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.clock.rules.NodeState;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.RollOver;
import org.zhixing.clock.rules.Stop;

/** A node as screens and API clients see it; {@link NodeViews} puts it together. */
@Schema(name = "Node", description = "One monitored duty of a case; its state is derived from its dates and today")
public record NodeView(
        UUID id,
        UUID caseId,
        @Schema(examples = "(2022)豫0505执123号") String caseNumber,
        NodeCode code,

        @Schema(description = "Which of several things of its case it is about, e.g. a receipt; null if about the case")
        @Nullable
        UUID subjectId,

        @Schema(description = "In the caller's language", examples = "首次约谈")
        String name,

        @Schema(examples = "二(四)1") String clause,
        @Nullable Team caseTeam,
        ResponsibleView responsible,
        LocalDate startOn,

        @Schema(description = "How many units; negative if counted back from a hard end", examples = "3")
        int period,

        PeriodUnit unit,
        RollOver rollOver,

        @Schema(description = "The days on which its clock stands still, in order; no two touch")
        List<Pause> pauses,

        @Schema(description = "Calendar days granted on top of the period")
        int extension,

        @Schema(description = "The last court date on which more time may be asked; null where none may be") @Nullable
        LocalDate extensionLastDay,

        @Schema(
                description =
                        "Court date; due at 24:00 Asia/Shanghai of it. Null while an open-ended suspension keeps it waiting")
        @Nullable
        LocalDate dueOn,

        @Schema(description = "From this court date on it is due soon; null with the due date") @Nullable
        LocalDate dueSoonOn,

        @Schema(description = "True while a year without a published calendar has a say in the due date")
        boolean provisional,

        NodeState state,

        @Schema(description = "Calendar days left; null unless open and in time") @Nullable
        Integer daysLeft,

        @Schema(description = "Working days left, the due date included; null unless open and in time") @Nullable
        Integer workdaysLeft,

        @Schema(description = "Calendar days late; null unless overdue or done late") @Nullable
        Integer daysLate,

        @Nullable LocalDate doneOn,
        @Nullable EvidenceCategory evidenceCategory,
        Stop stop,
        @Nullable Evidence evidence,
        int policyVersion,
        @Nullable String cancelReason,
        int version,

        @Schema(description = "What the caller may do with it now")
        List<Act> allowed) {

    /** Who answers for a node. */
    @Schema(name = "NodeResponsible")
    public record ResponsibleView(Kind kind, @Nullable Team team, List<PersonRef> people) {}

    /** Days {@code [from, resume)} that are not counted. */
    @Schema(name = "NodePause")
    public record Pause(
            LocalDate from,

            @Schema(description = "Null while nobody knows it") @Nullable
            LocalDate resume) {}

    /** The file that proves it done. */
    @Schema(name = "NodeEvidence")
    public record Evidence(
            UUID fileId,
            @Schema(examples = "约谈笔录.pdf") String name,

            @Schema(description = "Bytes") long size,

            String sha256) {}

    /** The kind of whoever answers for a node. */
    @Schema(name = "ResponsibleKind")
    public enum Kind {
        EXECUTOR,
        JUDGE,
        HANDLERS,
        TEAM,
        DESK,
        ADDRESSEE
    }

    /** Acts on a node. */
    @Schema(name = "NodeAct")
    public enum Act {
        COMPLETE,
        ASK_EXTENSION
    }
}
